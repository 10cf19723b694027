using System.Globalization;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>How a broadcast went.</summary>
internal sealed record BroadcastReport
{
    public required int Recipients { get; init; }

    public required int Bad { get; init; }

    public required TimeSpan Import { get; init; }

    public required TimeSpan Freeze { get; init; }

    /// <summary>From the approval to the first accepted mail.</summary>
    public required TimeSpan FirstMail { get; init; }

    /// <summary>From the approval to the last accepted mail.</summary>
    public required TimeSpan Sending { get; init; }

    public required int Mails { get; init; }

    public required int Duplicates { get; init; }

    public required int Missed { get; init; }

    /// <summary>What the progress says at the end, by state.</summary>
    public required IReadOnlyDictionary<string, int> Progress { get; init; }

    public required long PeakHostBytes { get; init; }

    public required long PeakStorageBytes { get; init; }

    /// <summary>Everybody exactly once, but for the addresses that were refused, and the progress knows it.</summary>
    public bool IsClean =>
        Duplicates == 0
        && Missed == 0
        && Mails == Recipients - Bad
        && Progress.GetValueOrDefault("failed") == Bad
        && Progress.GetValueOrDefault("submitted") + Progress.GetValueOrDefault("delivered") == Mails;

    public IEnumerable<string> Lines()
    {
        yield return Line($"recipients {Recipients}");
        yield return Line($"import {Import.TotalSeconds:F1} s, {Recipients / Import.TotalSeconds:F0} rows/s");
        yield return Line($"freeze {Freeze.TotalSeconds:F1} s, {Recipients / Freeze.TotalSeconds:F0} recipients/s");
        yield return Line($"first mail {FirstMail.TotalSeconds:F2} s after approval");
        yield return Line($"sending {Sending.TotalSeconds:F1} s, {Mails / Sending.TotalSeconds:F0} recipients/s");
        yield return Line($"mails {Mails}, missed {Missed}, duplicates {Duplicates}, refused addresses {Bad}");
        yield return "progress "
            + string.Join(", ", Progress.Where(count => count.Value > 0).Select(count => Line($"{count.Key} {count.Value}")));
        yield return Line($"peak memory: host {PeakHostBytes >> 20} MB, Azurite {PeakStorageBytes >> 20} MB");
        yield return IsClean ? "verdict: every recipient exactly once" : "verdict: NOT every recipient exactly once";
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
