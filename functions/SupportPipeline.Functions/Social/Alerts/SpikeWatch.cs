using System.Globalization;
using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

/// <summary>
/// Looks at the last 60 minutes of each brand, every quarter of an hour: are there more mentions than usual, more negative ones, a larger negative part.
/// A run that was missed is made up for, and until then <c>/api/health</c> names the job as late. What is late by up to two hours changes the counts that later looks compare with.
/// </summary>
public sealed partial class SpikeWatch(
    MentionStore mentions,
    AlertStore alerts,
    AlertRaising raising,
    SpikeWatchPlace place,
    ILogger<SpikeWatch> logger
)
{
    private const int MaxEvidence = 1_000;

    private static readonly TimeSpan s_late = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_history = TimeSpan.FromDays(7);

    /// <summary>After a longer pause what lies in it is not told any more.</summary>
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(6);

    /// <summary>Looks at every brand.</summary>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % MentionCountRows.Slot.Ticks), TimeSpan.Zero);
        if (await place.LastRunAsync(cancellationToken) is { } last && now - last > 2 * MentionCountRows.Slot)
        {
            Log.Missed(logger, last, now);
        }

        foreach (var brand in place.Brands)
        {
            await LookAsync(brand, until, cancellationToken);
        }

        await place.RanAsync(now, cancellationToken);
    }

    private async Task LookAsync(string brand, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var stored = await alerts.LoadSeriesAsync(brand, cancellationToken);
        var before = stored?.State;
        if (before is not null && before.LookedUntil >= until)
        {
            return;
        }

        var isFresh = before is null || until - before.LookedUntil > s_history;
        var from = isFresh ? until - s_history : before!.LookedUntil - s_late;
        var counts = await mentions.CountsAsync(brand, from, until, cancellationToken);
        var start = isFresh ? new SpikeState { Start = until, LookedUntil = until - MentionCountRows.Slot } : before!;
        var state = start.With(counts, until);
        var first = until - state.LookedUntil > s_longestPause ? until - s_longestPause : state.LookedUntil;
        for (var end = first + MentionCountRows.Slot; end <= until; end += MentionCountRows.Slot)
        {
            state = await LookAsync(brand, state, end, cancellationToken);
        }

        // Raised before it is noted: whoever dies in between finds the same again, under the same ids.
        await alerts.SaveSeriesAsync(brand, state with { LookedUntil = until }, stored?.ETag, cancellationToken);
    }

    private async Task<SpikeState> LookAsync(string brand, SpikeState state, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var slot = (int)((end - state.Start) / MentionCountRows.Slot);
        var look = new SpikeLook(brand, end - TimeSpan.FromHours(1), end, slot);
        if (SpikeState.HoursBefore(state.Counts, slot - SpikeState.PerHour).Count < SpikeBaseline.LeastHours)
        {
            return await FirstDaysAsync(look, state, cancellationToken);
        }

        var count = await SpikeAsync(look, AlertKind.CountSpike, state.Counts, state.CountEvent, cancellationToken);
        var negative = await SpikeAsync(look, AlertKind.NegativeSpike, state.Negative, state.NegativeEvent, cancellationToken);
        return await MoodAsync(look, state with { CountEvent = count, NegativeEvent = negative }, cancellationToken);
    }

    private async Task<SpikeEvent?> SpikeAsync(
        SpikeLook look,
        AlertKind kind,
        IReadOnlyList<int> counts,
        SpikeEvent? latest,
        CancellationToken cancellationToken
    )
    {
        // Windows overlap, so each look has to be the less likely.
        var unlikely = SpikeRules.Unlikely / SpikeState.PerHour;
        var ordinary = SpikeBaseline.Of(SpikeState.HoursBefore(counts, look.Slot - SpikeState.PerHour));
        var window = new SpikeWindow(look.From, look.Until, SpikeState.Sum(counts, look.Slot - SpikeState.PerHour, look.Slot), null);
        var verdict = SpikeRules.Decide(window, ordinary, latest, unlikely);
        if (verdict is SpikeVerdict.Alerts)
        {
            // By how many people is read only now: it costs as much as there are mentions.
            var evidence = await EvidenceAsync(look, kind == AlertKind.NegativeSpike, cancellationToken);
            verdict = SpikeRules.Decide(window with { Authors = evidence.Authors }, ordinary, latest, unlikely);
            if (verdict is SpikeVerdict.Alerts raised)
            {
                await raising.RaiseAsync(AlertOf(look, kind, raised.Event, evidence), null, cancellationToken);
            }
        }

        return verdict switch
        {
            SpikeVerdict.Alerts alert => alert.Event,
            SpikeVerdict.Goes goes => goes.Event,
            SpikeVerdict.Closes closes => closes.Event,
            _ => latest,
        };
    }

    private async Task<SpikeState> MoodAsync(SpikeLook look, SpikeState state, CancellationToken cancellationToken)
    {
        var slots = (int)(MoodRules.Window / MentionCountRows.Slot);
        var (from, all) = (look.Slot - slots, state.Scored.Count);
        var (negative, scored) = (SpikeState.Sum(state.Negative, from, look.Slot), SpikeState.Sum(state.Scored, from, look.Slot));
        var (usualNegative, usualScored) = (SpikeState.Sum(state.Negative, 0, from), SpikeState.Sum(state.Scored, 0, Math.Min(from, all)));
        if (
            !MoodRules.IsShift(negative, scored, usualNegative, usualScored)
            || look.Until - state.MoodToldAt < SpikeRules.Again
            || state.NegativeEvent is { ClosedAt: null }
        )
        {
            return state;
        }

        var wide = look with { From = look.Until - MoodRules.Window };
        var evidence = await EvidenceAsync(wide, onlyNegative: true, cancellationToken);
        if (evidence.Authors < SpikeRules.LeastAuthors)
        {
            return state;
        }

        var usual = usualScored >= MoodRules.LeastUsual ? (double)usualNegative / usualScored : (double?)null;
        var alert = Draft(wide, AlertKind.MoodShift, wide.Until.ToString("O", CultureInfo.InvariantCulture), evidence) with
        {
            Observed = Math.Round((double)negative / scored, 2),
            Expected = usual is { } share ? Math.Round(share, 2) : null,
            Why = usual is { } before
                ? Words($"{negative} of {scored} mentions of the last 6 hours are negative; usually {before:P0} are.")
                : Words(
                    $"{negative} of {scored} mentions of the last 6 hours are negative. There is not enough data yet to say what is usual."
                ),
        };
        await raising.RaiseAsync(alert, null, cancellationToken);
        return state with { MoodToldAt = look.Until };
    }

    private async Task<SpikeState> FirstDaysAsync(SpikeLook look, SpikeState state, CancellationToken cancellationToken)
    {
        var count = SpikeState.Sum(state.Counts, look.Slot - SpikeState.PerHour, look.Slot);
        if (count < raising.Options.FirstDaysThreshold || look.Until - state.FirstDaysToldAt < SpikeRules.Again)
        {
            return state;
        }

        var evidence = await EvidenceAsync(look, onlyNegative: false, cancellationToken);
        if (evidence.Authors < SpikeRules.LeastAuthors)
        {
            return state;
        }

        var alert = Draft(look, AlertKind.CountSpike, $"first|{look.Until:O}", evidence) with
        {
            Observed = count,
            Why = Words(
                $"{count} mentions in an hour. There is not enough data yet to say what is usual, so the fixed threshold of {raising.Options.FirstDaysThreshold} counts."
            ),
        };
        await raising.RaiseAsync(alert, null, cancellationToken);
        return state with { FirstDaysToldAt = look.Until };
    }

    private async Task<AlertEvidence> EvidenceAsync(SpikeLook look, bool onlyNegative, CancellationToken cancellationToken)
    {
        var found = await mentions.WindowAsync(look.Brand, look.From, look.Until, MaxEvidence, cancellationToken);
        return AlertGathering.Of(onlyNegative ? [.. found.Where(mention => mention.Triage.Sentiment == MoodCounts.NegativeMood)] : found);
    }

    private static MentionAlert AlertOf(SpikeLook look, AlertKind kind, SpikeEvent spike, AlertEvidence evidence) =>
        Draft(look, kind, string.Create(CultureInfo.InvariantCulture, $"{spike.StartedAt:O}|{spike.Alerts}"), evidence) with
        {
            Severity = spike.Severity,
            Observed = spike.Observed,
            Expected = Math.Round(spike.Expected, 1),
            Repeats = spike.Alerts - 1,
            Why = Words(
                $"{spike.Observed} {(kind == AlertKind.NegativeSpike ? "negative mentions" : "mentions")} in an hour; usually there are about {spike.Expected:0.#}. {SpikeWords.Chance(spike.Probability)}"
            ),
        };

    private static MentionAlert Draft(SpikeLook look, AlertKind kind, string cause, AlertEvidence evidence) =>
        new()
        {
            Id = AlertRaising.IdOf($"{kind}|{look.Brand}|{cause}", look.Until),
            Kind = kind,
            Brand = look.Brand,
            Severity = SpikeSeverity.Unusual,
            At = look.Until,
            From = look.From,
            Until = look.Until,
            Why = "",
            Evidence = evidence,
        };

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private sealed record SpikeLook(string Brand, DateTimeOffset From, DateTimeOffset Until, int Slot);

    private static partial class Log
    {
        [LoggerMessage(621, LogLevel.Information, "Nobody looked for spikes from {Last} to {Now}; that is made up for now.")]
        public static partial void Missed(ILogger logger, DateTimeOffset last, DateTimeOffset now);
    }
}

/// <summary>Which brands are looked at, and when that was last done.</summary>
public sealed class SpikeWatchPlace(SocialBrands brands, TimedJobs jobs)
{
    internal static readonly TimedJob Job = new("look-for-spikes", MentionCountRows.Slot);

    internal IReadOnlyList<string> Brands => brands.Names;

    internal Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken) => jobs.LastRunAsync(Job, cancellationToken);

    internal Task RanAsync(DateTimeOffset at, CancellationToken cancellationToken) => jobs.RanAsync(Job, at, cancellationToken);
}
