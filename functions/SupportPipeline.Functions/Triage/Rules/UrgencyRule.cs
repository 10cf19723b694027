using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage.Rules;

/// <summary>How soon somebody has to act, from the words alone.</summary>
internal static class UrgencyRule
{
    /// <summary>What makes a message a matter of now, of today, and of whenever.</summary>
    private const double Now = 3;
    private const double Today = 1.5;
    private const int MaxEvidence = 4;

    public static Finding<int> Decide(
        Reading reading,
        Threat threat,
        Intent intent,
        in SentimentResult sentiment,
        bool isComplaint,
        bool isKnownLanguage
    )
    {
        List<Evidence>? evidence = null;
        var score = threat switch
        {
            Threat.SelfHarm or Threat.Physical => Now,
            Threat.Legal => Today,
            _ => 0,
        };
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Urgency))
        {
            if (reading.IsQuoted(hit) || reading.IsNegated(hit))
            {
                continue;
            }

            score += hit.Sense.Effects[0].Weight;
            if (!(evidence?.Count >= MaxEvidence))
            {
                (evidence ??= []).Add(reading.EvidenceOf(hit.First, hit.End, hit.Sense.Source));
            }
        }

        score += intent is Intent.OutageReport or Intent.NotSolved ? 1 : 0;
        score += isComplaint && sentiment.Intensity > 0.6 ? 0.5 : 0;

        // What cannot be read may be anything: it does not wait longer than others.
        var canWait =
            isKnownLanguage
            && score < 0.5
            && !isComplaint
            && intent is Intent.Praise or Intent.ConfirmsSolved or Intent.Unsubscribe or Intent.Other;
        var urgency =
            score >= Now ? 1
            : score >= Today ? 2
            : canWait ? 4
            : 3;
        var distance = Math.Min(Math.Abs(score - Now), Math.Abs(score - Today));
        return new(urgency, Math.Round(0.6 + Math.Min(0.35, distance / 4), 2), !isKnownLanguage && score == 0, evidence ?? []);
    }
}
