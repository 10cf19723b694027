using SupportPipeline.Playbook;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>No dead ends and no bare no; in a refusal what is possible comes first.</summary>
internal static class RefusalRules
{
    private static readonly string[] WayOn =
    [
        CourtesyCues.Promise,
        CourtesyCues.VagueTime,
        CourtesyCues.Alternative,
        CourtesyCues.Positive,
        CourtesyCues.Solution,
    ];

    public static void Apply(CourtesyReading reading)
    {
        var lastWayOn = reading.Cues.LastOrDefault(cue => WayOn.Contains(cue.Name, StringComparer.Ordinal)) is { Name: not null } wayOn
            ? wayOn.First
            : -1;
        var lastTime = TimeRules.SentencesWithTime(reading).DefaultIfEmpty(-1).Max();
        foreach (var end in reading.Of(CourtesyCues.DeadEnd).Where(end => end.End > lastWayOn && end.Sentence > lastTime))
        {
            reading.Report(DeadEnd, Block, end);
        }

        foreach (var ignorance in reading.Of(CourtesyCues.Ignorance))
        {
            reading.Report(Ignorance, Warn, ignorance);
        }

        var refusal = reading.Of(CourtesyCues.Refusal).FirstOrDefault();
        if (refusal.Name is not null)
        {
            CheckRefusal(reading, refusal);
        }
    }

    private static void CheckRefusal(CourtesyReading reading, CourtesyCue refusal)
    {
        if (!reading.Has(CourtesyCues.Positive, CourtesyCues.Alternative) && !HasOtherWayOn(reading))
        {
            reading.Report(BareRefusal, Block, refusal);
            return;
        }

        if (
            reading.Needs(Must.PositiveFirst)
            && reading.FirstOf([CourtesyCues.Positive, CourtesyCues.Alternative]) is var positive
            && positive > refusal.First
        )
        {
            reading.Report(RefusalFirst, Warn, refusal);
        }

        if (reading.Needs(Must.Alternative) && !reading.Has(CourtesyCues.Alternative))
        {
            reading.ReportMissing(MissingAlternative, Warn, reading.BeforeClosing);
        }
    }

    /// <summary>Outside a refusal proper, "we cannot say yet, you will hear from us by four" is no bare no.</summary>
    private static bool HasOtherWayOn(CourtesyReading reading) =>
        !reading.Forbids(MustNot.BareRefusal) && (reading.Has(CourtesyCues.Promise, CourtesyCues.Solution) || TimeRules.NamesTime(reading));
}
