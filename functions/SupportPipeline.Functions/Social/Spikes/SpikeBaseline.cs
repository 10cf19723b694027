namespace SupportPipeline.Social.Spikes;

/// <summary>What the last seven days were like, hour by hour.</summary>
internal static class SpikeBaseline
{
    /// <summary>How far back is looked.</summary>
    public const int Hours = 7 * 24;

    /// <summary>With fewer hours nothing is concluded.</summary>
    public const int LeastHours = 48;

    private const int TimesMedian = 5;
    private const double Percentile = 0.95;
    private const double LeastCap = 3;

    /// <summary>
    /// Fits what is ordinary. Earlier spikes are cut to the greater of five times the median, the 95th percentile and 3 (winsorised), so that they do not
    /// hide the next one.
    /// </summary>
    /// <returns>Null when there is not enough data.</returns>
    public static CountModel? Of(IReadOnlyList<int> hours)
    {
        if (hours.Count < LeastHours)
        {
            return null;
        }

        var sorted = hours.Select(count => (double)count).Order().ToArray();
        var cap = Math.Max(Math.Max(TimesMedian * At(sorted, 0.5), At(sorted, Percentile)), LeastCap);
        return CountModel.Fit([.. sorted.Select(count => Math.Min(count, cap))]);
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, part) = ((int)place, place - Math.Floor(place));
        return below + 1 < sorted.Length ? (sorted[below] * (1 - part)) + (sorted[below + 1] * part) : sorted[below];
    }
}
