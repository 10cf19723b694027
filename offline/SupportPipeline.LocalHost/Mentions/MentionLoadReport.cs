using System.Globalization;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Mentions;

/// <summary>What a load of mentions came to.</summary>
/// <param name="Options">What was posted.</param>
/// <param name="Requests">In how many requests.</param>
/// <param name="AcceptTime">Until the last one was accepted.</param>
/// <param name="ProcessTime">Until the last one was stored.</param>
internal sealed record MentionLoadReport(MentionLoadOptions Options, int Requests, TimeSpan AcceptTime, TimeSpan ProcessTime)
{
    /// <summary>What the counts of the quarters of an hour say.</summary>
    public required int Counted { get; init; }

    /// <summary>How many of them are no copies.</summary>
    public required int Firsts { get; init; }

    /// <summary>Rows of mentions.</summary>
    public required int Stored { get; init; }

    /// <summary>Rows of timelines.</summary>
    public required int Entries { get; init; }

    /// <summary>Requests that had to be repeated.</summary>
    public required int Refused { get; init; }

    public required int DeadLetters { get; init; }

    public required StorageOperations Operations { get; init; }

    public required long HostBytes { get; init; }

    public required long StorageBytes { get; init; }

    /// <summary>Whether each mention is stored and counted exactly once.</summary>
    public bool IsExact => Counted == Options.Mentions && Stored == Options.Mentions && Entries == Options.Mentions && DeadLetters == 0;

    public IEnumerable<string> Lines()
    {
        var work = Operations.Total - Operations.Counts.GetValueOrDefault(StorageOperationCounter.EmptyQueueGet);
        yield return Line(
            "mentions",
            $"{Options.Mentions} in {Requests} requests, {Options.Concurrency} clients{(Options.Twice ? ", every queue message twice" : "")}"
        );
        yield return Line(
            "accepted",
            $"{Options.Mentions / AcceptTime.TotalSeconds:F0}/s ({AcceptTime.TotalSeconds:F1} s), {Refused} requests repeated"
        );
        yield return Line("processed", $"{Options.Mentions / ProcessTime.TotalSeconds:F0}/s ({ProcessTime.TotalSeconds:F1} s)");
        yield return Line("storage operations", $"{work / (double)Options.Mentions:F2} per mention ({work})");
        foreach (var (operation, count) in Operations.Counts.Where(count => count.Value > 0).OrderByDescending(count => count.Value))
        {
            yield return Line($"  {operation}", $"{count}");
        }

        yield return Line(
            "stored",
            $"{Stored} mentions, {Entries} timelines, counted {Counted}, of these {Counted - Firsts} copies or spam"
        );
        yield return Line("dead letters", $"{DeadLetters}");
        yield return Line("peak memory", $"host {HostBytes / 1_048_576} MB, Azurite {StorageBytes / 1_048_576} MB");
        yield return LoadReportText.Line("verdict", IsExact ? "every mention stored and counted exactly once" : "NOT exactly once");
    }

    private static string Line(string name, FormattableString value) =>
        LoadReportText.Line(name, value.ToString(CultureInfo.InvariantCulture));
}
