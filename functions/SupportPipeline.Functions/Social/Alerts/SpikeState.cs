using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

/// <summary>How far a brand has been looked at, with the counts of the last seven days, so that each look reads only what is new.</summary>
internal sealed record SpikeState
{
    /// <summary>So many quarters of an hour are kept: seven days and the hour that is looked at.</summary>
    public const int MaxSlots = ((SpikeBaseline.Hours + 1) * PerHour) + PerHour;

    /// <summary>Quarters of an hour in an hour.</summary>
    public const int PerHour = 4;

    /// <summary>When the first count begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Until when it has been looked at.</summary>
    public required DateTimeOffset LookedUntil { get; init; }

    /// <summary>Mentions, copies too.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];

    /// <summary>Negative mentions.</summary>
    public IReadOnlyList<int> Negative { get; init; } = [];

    /// <summary>Mentions whose mood is known.</summary>
    public IReadOnlyList<int> Scored { get; init; } = [];

    /// <summary>The latest event of many mentions.</summary>
    public SpikeEvent? CountEvent { get; init; }

    /// <summary>The latest event of many negative mentions.</summary>
    public SpikeEvent? NegativeEvent { get; init; }

    /// <summary>When it was last told that the mood had changed.</summary>
    public DateTimeOffset? MoodToldAt { get; init; }

    /// <summary>When it was last told that there were many although there is nothing to compare with.</summary>
    public DateTimeOffset? FirstDaysToldAt { get; init; }

    /// <summary>With counts put in their places up to a moment; what was there before is replaced, what is too old falls out.</summary>
    public SpikeState With(IReadOnlyDictionary<DateTimeOffset, MentionCounts> counts, DateTimeOffset until)
    {
        var first = counts.Keys.Where(at => at < until).DefaultIfEmpty(Start).Min();
        var start = Counts.Count == 0 ? first : Start;
        var slots = Math.Max(0, (int)((until - start) / MentionCountRows.Slot));
        var drop = Math.Max(0, slots - MaxSlots);
        return this with
        {
            Start = start + (MentionCountRows.Slot * drop),
            Counts = Fill(Counts, one => one.All),
            Negative = Fill(Negative, one => one.Negative),
            Scored = Fill(Scored, one => one.Scored),
        };

        List<int> Fill(IReadOnlyList<int> before, Func<MentionCounts, int> what)
        {
            var filled = new int[slots];
            for (var slot = 0; slot < slots; slot++)
            {
                filled[slot] =
                    counts.TryGetValue(start + (MentionCountRows.Slot * slot), out var counted) ? what(counted)
                    : slot < before.Count ? before[slot]
                    : 0;
            }

            return [.. filled.Skip(drop)];
        }
    }

    /// <summary>The sum of the slots from one to before another.</summary>
    public static int Sum(IReadOnlyList<int> counts, int from, int until)
    {
        var sum = 0;
        for (var slot = Math.Max(0, from); slot < Math.Min(until, counts.Count); slot++)
        {
            sum += counts[slot];
        }

        return sum;
    }

    /// <summary>Whole hours before a slot, newest first, at most seven days of them.</summary>
    public static List<int> HoursBefore(IReadOnlyList<int> counts, int end)
    {
        var hours = new List<int>(SpikeBaseline.Hours);
        for (var until = end; until >= PerHour && hours.Count < SpikeBaseline.Hours; until -= PerHour)
        {
            hours.Add(Sum(counts, until - PerHour, until));
        }

        return hours;
    }
}
