namespace SupportPipeline.Social.Spikes;

/// <summary>Whether something builds up. Pure.</summary>
internal static class SpikeRules
{
    /// <summary>So unlikely an hour is a spike when it is looked at once an hour.</summary>
    public const double Unlikely = 1e-3;

    /// <summary>So unlikely an hour is critical.</summary>
    public const double VeryUnlikely = 1e-6;

    /// <summary>Above this nothing unusual is left.</summary>
    public const double Ordinary = 0.05;

    /// <summary>Fewer mentions than this are no spike, however quiet it was before.</summary>
    public const int LeastCount = 5;

    /// <summary>One or two people are no spike, however much they write.</summary>
    public const int LeastAuthors = 3;

    /// <summary>Who was told of an event is told of it again after so long.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromHours(6);

    /// <summary>An event is over when it was ordinary for so long.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromHours(2);

    /// <summary>Looks at one window.</summary>
    /// <param name="window">What the last 60 minutes brought.</param>
    /// <param name="ordinary">What the seven days before were like; null when there is not enough data.</param>
    /// <param name="open">The latest event, open or not: what flares up again soon after people were told is the same event. Null when there was none.</param>
    /// <param name="unlikely">From which probability on it counts; smaller when windows overlap.</param>
    public static SpikeVerdict Decide(SpikeWindow window, CountModel? ordinary, SpikeEvent? open, double unlikely = Unlikely)
    {
        if (ordinary is not { } model)
        {
            return new SpikeVerdict.NotEnoughData();
        }

        var probability = model.TailFrom(window.Count);
        var isSpike = probability <= unlikely && window.Count >= LeastCount && (window.Authors ?? LeastAuthors) >= LeastAuthors;
        if (!isSpike)
        {
            return open is not { ClosedAt: null } ? new SpikeVerdict.Quiet(probability)
                : probability <= Ordinary ? new SpikeVerdict.Goes(open with { UnusualAt = window.Until })
                : window.Until - open.UnusualAt >= Calm ? new SpikeVerdict.Closes(open with { ClosedAt = window.Until })
                : new SpikeVerdict.Goes(open);
        }

        var severity = probability <= VeryUnlikely ? SpikeSeverity.Critical : SpikeSeverity.Unusual;
        if (open is null || (open.ClosedAt is not null && window.Until - open.AlertedAt >= Again))
        {
            return new SpikeVerdict.Alerts(
                new()
                {
                    StartedAt = window.From,
                    AlertedAt = window.Until,
                    UnusualAt = window.Until,
                    Observed = window.Count,
                    Peak = window.Count,
                    Expected = model.Mean,
                    Probability = probability,
                    Severity = severity,
                }
            );
        }

        var worse = severity > open.Severity;
        var after = open with
        {
            ClosedAt = null,
            UnusualAt = window.Until,
            Observed = window.Count,
            Peak = Math.Max(open.Peak, window.Count),
            Probability = probability,
            Expected = model.Mean,
            Severity = worse ? severity : open.Severity,
        };
        return window.Until - open.AlertedAt >= Again
            ? new SpikeVerdict.Alerts(after with { AlertedAt = window.Until, Alerts = open.Alerts + 1 })
            : new SpikeVerdict.Goes(after);
    }
}

/// <summary>What 60 minutes brought.</summary>
/// <param name="From">When they began.</param>
/// <param name="Until">When they ended.</param>
/// <param name="Count">Mentions, near-copies counted once.</param>
/// <param name="Authors">By how many people; null when not known.</param>
internal sealed record SpikeWindow(DateTimeOffset From, DateTimeOffset Until, int Count, int? Authors);

/// <summary>How unusual something is.</summary>
internal enum SpikeSeverity
{
    /// <summary>Less likely than one in a thousand.</summary>
    Unusual,

    /// <summary>Less likely than one in a million.</summary>
    Critical,
}

/// <summary>Something that built up.</summary>
internal sealed record SpikeEvent
{
    /// <summary>Where the first unusual window began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When people were told last.</summary>
    public required DateTimeOffset AlertedAt { get; init; }

    /// <summary>When it was unusual last.</summary>
    public required DateTimeOffset UnusualAt { get; init; }

    /// <summary>When it was over; null while it goes on.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Mentions in the window that was unusual last.</summary>
    public required int Observed { get; init; }

    /// <summary>The most mentions of a window.</summary>
    public required int Peak { get; init; }

    /// <summary>Mentions that 60 minutes bring when nothing happens.</summary>
    public required double Expected { get; init; }

    /// <summary>How likely so many or more are when nothing happens.</summary>
    public required double Probability { get; init; }

    /// <summary>The worst it was.</summary>
    public required SpikeSeverity Severity { get; init; }

    /// <summary>How often people were told.</summary>
    public int Alerts { get; init; } = 1;
}

/// <summary>What a window means.</summary>
internal abstract record SpikeVerdict
{
    private SpikeVerdict() { }

    /// <summary>It is too early to say.</summary>
    public sealed record NotEnoughData : SpikeVerdict;

    /// <summary>Nothing unusual.</summary>
    public sealed record Quiet(double Probability) : SpikeVerdict;

    /// <summary>People are to be told, of a new event or again of one that goes on.</summary>
    public sealed record Alerts(SpikeEvent Event) : SpikeVerdict;

    /// <summary>The event goes on; people know of it.</summary>
    public sealed record Goes(SpikeEvent Event) : SpikeVerdict;

    /// <summary>The event is over.</summary>
    public sealed record Closes(SpikeEvent Event) : SpikeVerdict;
}
