using SupportPipeline.LocalHost.Audit;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>What a storm did, and what the audits afterwards say.</summary>
internal sealed record StormReport
{
    public required int Accepted { get; init; }

    /// <summary>What struck.</summary>
    public required StormTally Tally { get; init; }

    /// <summary>What posts were answered with before they were accepted.</summary>
    public required IReadOnlyDictionary<string, int> Refusals { get; init; }

    /// <summary>What requests to the mail service were answered with.</summary>
    public required IReadOnlyDictionary<string, int> MailFaults { get; init; }

    /// <summary>Whether everything came to rest in time.</summary>
    public required bool CameToRest { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The audits, one after the other.</summary>
    public required IReadOnlyList<AuditReport> Audits { get; init; }

    public bool IsClean => CameToRest && Tally.ClockWentBack == 0 && Audits.All(audit => audit.IsClean);
}

/// <summary>The lines of a report.</summary>
internal static class StormText
{
    public static IEnumerable<string> Lines(StormReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var tally = report.Tally;
        yield return $"storm {report.Duration.TotalSeconds:F0} s";
        yield return $"answered with 2xx {report.Accepted}";
        yield return $"hosts killed {tally.Kills}";
        yield return $"storage stopped {tally.StorageStops}, storage requests failed in {tally.StorageFailures} bursts";
        yield return $"clock jumps {tally.ClockJumps}, backwards {tally.ClockWentBack}";
        yield return $"posts that had to be repeated: {Counts(report.Refusals)}";
        yield return $"faults of the mail service: {Counts(report.MailFaults)}";
        yield return report.CameToRest ? "came to rest" : "did not come to rest";
        for (var audit = 0; audit < report.Audits.Count; audit++)
        {
            yield return $"audit {audit + 1}";
            foreach (var line in AuditText.Lines(report.Audits[audit]))
            {
                yield return "  " + line;
            }
        }
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0
            ? "none"
            : string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}"));
}
