using SupportPipeline.Playbook;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Phrases that have no place in a text, always or in its scenario.</summary>
internal static class PhraseRules
{
    /// <summary>From this weight on, triage is clear that something is bad language.</summary>
    private const float ClearlyBad = 2;

    public static void Apply(CourtesyReading reading)
    {
        ReportAll(reading, CourtesyCues.Accusation, Accusation, Block);
        ReportAll(reading, CourtesyCues.Retaliation, Retaliation, Block);
        ReportAll(reading, CourtesyCues.Blame, Blame, Warn);
        ReportAll(reading, CourtesyCues.FormLetter, FormLetter, Warn);
        if (reading.Forbids(MustNot.PlayDown) || reading.Input.Mood != CustomerMood.Calm || reading.Input.IsForAngryCustomer)
        {
            ReportAll(reading, CourtesyCues.PlayDown, PlayDown, Warn);
        }

        if (reading.Forbids(MustNot.Persuasion))
        {
            ReportAll(reading, CourtesyCues.Persuasion, Persuasion, Warn);
        }

        if (reading.Forbids(MustNot.Survey))
        {
            ReportAll(reading, CourtesyCues.Survey, Survey, Warn);
        }

        if (reading.Forbids(MustNot.AskAgain))
        {
            ReportAll(reading, CourtesyCues.AskAgain, AskAgain, Warn);
        }

        ReportBadLanguage(reading);
    }

    private static void ReportAll(CourtesyReading reading, string cue, CourtesyCode code, CourtesySeverity severity)
    {
        foreach (var found in reading.Of(cue))
        {
            reading.Report(code, severity, found);
        }
    }

    /// <summary>What triage knows as insults and swear words.</summary>
    private static void ReportBadLanguage(CourtesyReading reading)
    {
        foreach (ref readonly var hit in reading.Hits.Of(CueLayer.Conduct))
        {
            var isBad = false;
            foreach (var effect in hit.Sense.Effects)
            {
                isBad |= (Conduct)effect.Label != Conduct.Civil && effect.Weight >= ClearlyBad;
            }

            if (isBad && !reading.Tokens.Tokens[hit.First].Has(TokenFlags.Quoted) && reading.CueAt(hit.First) != CourtesyCues.Retaliation)
            {
                reading.ReportTokens(Retaliation, Block, hit.First, hit.End);
            }
        }
    }
}
