using System.Text.RegularExpressions;
using SupportPipeline.Playbook;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>No promise without a time.</summary>
internal static partial class TimeRules
{
    /// <summary>Milliseconds. The patterns take time in proportion to the text; this only ends what nobody has thought of, on a busy machine too.</summary>
    private const int MatchTimeout = 10_000;

    /// <summary>Scenarios in which the customer waits for us whatever the text says.</summary>
    private static readonly Scenario[] AlwaysWaiting =
    [
        Scenario.Outage,
        Scenario.NotKnownYet,
        Scenario.VeryAngry,
        Scenario.StillBroken,
        Scenario.UnknownFeature,
    ];

    public static void Apply(CourtesyReading reading)
    {
        var timed = SentencesWithTime(reading);
        foreach (var vague in reading.Of(CourtesyCues.VagueTime))
        {
            // "As soon as possible, by Friday at the latest" is fine, and so is a time in the sentence beside it.
            if (!timed.Contains(vague.Sentence) && !timed.Contains(vague.Sentence - 1) && !timed.Contains(vague.Sentence + 1))
            {
                reading.Report(VagueTime, Warn, vague);
            }
        }

        if (timed.Count > 0 || reading.Has(CourtesyCues.VagueTime))
        {
            return;
        }

        if (reading.Input.Scenario is { } scenario && AlwaysWaiting.Contains(scenario))
        {
            reading.ReportMissing(MissingTime, Warn, reading.BeforeClosing);
        }
        else if (
            (reading.Row is null || reading.Needs(Must.Time))
            // Who asks whether it is solved promises nothing new.
            && !reading.Has(CourtesyCues.Confirmation)
            && FindPromise(reading) is { } promise
        )
        {
            reading.ReportMissing(MissingTime, Warn, EndOf(reading, promise));
        }
    }

    /// <summary>Whether a text names any time.</summary>
    public static bool NamesTime(CourtesyReading reading) => SentencesWithTime(reading).Count > 0;

    /// <summary>The first promise that does not wait for the customer.</summary>
    private static CourtesyCue? FindPromise(CourtesyReading reading)
    {
        foreach (var promise in reading.Of(CourtesyCues.Promise))
        {
            if (!reading.HasIn(promise.Sentence, CourtesyCues.Condition))
            {
                return promise;
            }
        }

        return null;
    }

    private static int EndOf(CourtesyReading reading, CourtesyCue promise) =>
        reading.Tokens.Tokens[reading.Tokens.EndOf(promise.Sentence) - 1].End;

    /// <summary>The sentences that name a time.</summary>
    public static HashSet<int> SentencesWithTime(CourtesyReading reading)
    {
        var timed = reading.Of(CourtesyCues.Time).Select(cue => cue.Sentence).ToHashSet();
        var at = 0;
        foreach (var match in Written().EnumerateMatches(reading.Text))
        {
            while (at < reading.Tokens.Count && reading.Tokens.Tokens[at].End <= match.Index)
            {
                at++;
            }

            if (at < reading.Tokens.Count)
            {
                timed.Add(reading.Tokens.Tokens[at].Sentence);
            }
        }

        return timed;
    }

    /// <summary>14:00, 2 pm, 2026-11-24, 24.11.2026, 11月24日, 下午3点.</summary>
    [GeneratedRegex(
        @"\b\d{1,2}[:：]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\d{1,2}\s?月\s?\d{1,2}\s?[日号號]|(?<![\d一二两兩三四五六七八九十])[\d一二两兩三四五六七八九十]{1,3}\s?[点點]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeout
    )]
    private static partial Regex Written();
}
