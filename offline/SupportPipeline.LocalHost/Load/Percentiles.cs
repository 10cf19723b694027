namespace SupportPipeline.LocalHost.Load;

/// <summary>How durations are spread, in seconds. Nearest rank: every figure is one that was measured.</summary>
internal sealed record Percentiles(int Count, double P50, double P95, double P99, double Longest)
{
    public static Percentiles Of(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToList();
        return sorted.Count == 0
            ? new Percentiles(0, 0, 0, 0, 0)
            : new Percentiles(sorted.Count, At(sorted, 50), At(sorted, 95), At(sorted, 99), sorted[^1]);
    }

    /// <summary>The smallest value that is not exceeded by <paramref name="percent"/> of all.</summary>
    private static double At(List<double> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
