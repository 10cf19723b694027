using System.Globalization;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Load;

/// <summary>A load report for reading.</summary>
internal static class LoadReportText
{
    public static IEnumerable<string> Lines(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return Line("accepted", $"{report.Accepted} of {report.Emails}{Before(report)}, {report.AcceptedPerSecond:F1}/s");
        yield return Line("processed", $"{report.ProcessedPerSecond:F1}/s ({report.ProcessTime.TotalSeconds:F1} s)");
        yield return Line("time to stored case", Spread(report.TimeToStoredCase));
        yield return Line("time to sent reply", Spread(report.TimeToSentReply));
        foreach (var line in OperationLines(report))
        {
            yield return line;
        }

        yield return Line("errors", Counts(report.Errors));
        yield return Line("cases found", Number(report.Cases));
        yield return Line(
            "acknowledgements",
            $"{report.Accepted - report.Unacknowledged.Count - report.AcknowledgedTwice.Count} addresses got exactly one, "
                + $"{report.Unacknowledged.Count} none{Examples(report.Unacknowledged)}, "
                + $"{report.AcknowledgedTwice.Count} several{Examples(report.AcknowledgedTwice)}"
        );
        yield return Line("dead-lettered", Counts(report.Poison));
        yield return Line("peak memory", $"host {Megabytes(report.PeakHostBytes)}, Azurite {Megabytes(report.PeakStorageBytes)}");
        var problems = report.Problems();
        yield return Line(
            "verdict",
            problems.Count == 0 ? "nothing lost, nothing twice, nothing dead-lettered" : string.Join("; ", problems)
        );
    }

    private static IEnumerable<string> OperationLines(LoadReport report)
    {
        var counts = report.Operations.Counts;
        var empty = counts.GetValueOrDefault(StorageOperationCounter.EmptyQueueGet);
        var total = report.Operations.Total;
        yield return Line(
            "storage operations",
            $"{Each(total - empty, report.Sent)} per message ({total - empty}), {Each(total, report.Sent)} with empty polls ({total})"
        );
        foreach (var (operation, count) in counts.OrderByDescending(count => count.Value))
        {
            yield return Line($"  {operation}", $"{Each(count, report.Sent)} per message ({count})");
        }
    }

    /// <summary>One figure: its name, then its value, in columns.</summary>
    public static string Line(string name, string value) => $"{name, -32}{value}";

    private static string Before(LoadReport report) =>
        report.AcceptedBefore == 0 ? string.Empty : $" ({report.AcceptedBefore} by an earlier run)";

    private static string Spread(Percentiles seconds) =>
        seconds.Count == 0
            ? "not measured"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {seconds.P50:F3} s, p95 {seconds.P95:F3} s, p99 {seconds.P99:F3} s, longest {seconds.Longest:F3} s ({seconds.Count} measured)"
            );

    private static string Each(long count, int messages) =>
        messages == 0 ? "-" : ((double)count / messages).ToString("F2", CultureInfo.InvariantCulture);

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Values.Sum() == 0
            ? "none"
            : string.Join(
                ", ",
                counts
                    .Where(count => count.Value > 0)
                    .OrderBy(count => count.Key, StringComparer.Ordinal)
                    .Select(count => $"{count.Key}: {count.Value}")
            );

    private static string Examples(IReadOnlyList<string> addresses) =>
        addresses.Count == 0 ? string.Empty : $" ({string.Join(", ", addresses.Take(3))}{(addresses.Count > 3 ? ", ..." : string.Empty)})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => $"{bytes / (1024 * 1024)} MB";
}
