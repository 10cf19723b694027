using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>Whether somebody is threatened. Laughter takes back a threat, but not a clear one of violence.</summary>
internal static class ThreatRule
{
    private const double Clear = 3;

    public static void Collect(Reading reading, LabelScores<Threat> threats)
    {
        threats.Collect(reading, CueLayer.Threat, onlyAffirmed: true);
        threats.Add(Threat.None, 0.8);
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Threat))
        {
            foreach (var effect in hit.Sense.Effects)
            {
                if ((Threat)effect.Label != Threat.Legal && effect.Weight < Clear && ConductRule.IsJoke(reading, hit))
                {
                    threats.Add(Threat.None, effect.Weight + 0.5);
                }
            }
        }
    }
}
