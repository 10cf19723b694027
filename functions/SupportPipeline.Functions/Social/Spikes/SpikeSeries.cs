namespace SupportPipeline.Social.Spikes;

/// <summary>A row of counts, each of the same short time. Looks at each 60 minutes as they end. Pure.</summary>
internal static class SpikeSeries
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    /// <summary>Goes through the counts from the first to the last.</summary>
    /// <param name="start">When the first count begins.</param>
    /// <param name="step">How long each lasts: an hour, or a part of it that divides it.</param>
    /// <param name="counts">The counts, without gaps.</param>
    /// <returns>What each 60 minutes mean, one for each step once there are 60 minutes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step does not divide an hour.</exception>
    public static IEnumerable<(SpikeWindow Window, SpikeVerdict Verdict)> Look(
        DateTimeOffset start,
        TimeSpan step,
        IReadOnlyList<int> counts
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNotEqual(s_window.Ticks % step.Ticks, 0, nameof(step));
        return LookAll(start, step, counts);
    }

    private static IEnumerable<(SpikeWindow Window, SpikeVerdict Verdict)> LookAll(
        DateTimeOffset start,
        TimeSpan step,
        IReadOnlyList<int> counts
    )
    {
        var perHour = (int)(s_window.Ticks / step.Ticks);
        var sums = new long[counts.Count + 1];
        for (var place = 0; place < counts.Count; place++)
        {
            sums[place + 1] = sums[place] + counts[place];
        }

        // Windows that overlap are looked at so much more often: each look has to be the less likely.
        var unlikely = SpikeRules.Unlikely / perHour;
        SpikeEvent? latest = null;
        for (var end = perHour; end <= counts.Count; end++)
        {
            var window = new SpikeWindow(start + (step * (end - perHour)), start + (step * end), Sum(end - perHour, end), null);
            var verdict = SpikeRules.Decide(window, SpikeBaseline.Of(HoursBefore(end - perHour)), latest, unlikely);
            latest = verdict switch
            {
                SpikeVerdict.Alerts alerts => alerts.Event,
                SpikeVerdict.Goes goes => goes.Event,
                SpikeVerdict.Closes closes => closes.Event,
                _ => latest,
            };
            yield return (window, verdict);
        }

        int Sum(int from, int until) => (int)Math.Min(int.MaxValue, sums[until] - sums[from]);

        List<int> HoursBefore(int end)
        {
            var hours = new List<int>(SpikeBaseline.Hours);
            for (var until = end; until >= perHour && hours.Count < SpikeBaseline.Hours; until -= perHour)
            {
                hours.Add(Sum(until - perHour, until));
            }

            return hours;
        }
    }
}
