using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// Asks every feed of every polled platform for what is new, a few pages of each. The place is noted only after a page is kept and queued: a run that dies in
/// between reads it again, and what comes twice is one mention. A feed that fails does not hold up the others.
/// </summary>
public sealed partial class PollSweep
{
    private const int AtOnce = 4;

    private readonly IReadOnlyList<IPolledConnector> _connectors;
    private readonly PollStore _store;
    private readonly PolledKeeping _keeping;
    private readonly ILogger<PollSweep> _logger;
    private readonly int _maxPages;
    private readonly TimeSpan _overlap;

    internal PollSweep(
        IEnumerable<IPolledConnector> connectors,
        PollStore store,
        PolledKeeping keeping,
        IOptions<PollingOptions> options,
        ILogger<PollSweep> logger
    )
    {
        (_connectors, _store, _keeping, _logger) = ([.. connectors], store, keeping, logger);
        (_maxPages, _overlap) = (options.Value.MaxPages, TimeSpan.FromSeconds(options.Value.OverlapSeconds));
    }

    /// <summary>Runs once.</summary>
    internal Task RunAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            _connectors.SelectMany(connector => connector.Feeds.Select(feed => (connector, feed))),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, ct) => await TryPollAsync(one.connector, one.feed, clock, ct)
        );

    /// <summary>A failure of storage leaves the feed taken until its hold ends; the next run after that goes on.</summary>
    private async Task TryPollAsync(IPolledConnector connector, string feed, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            if (await _store.TryTakeAsync(connector.Name, feed, cancellationToken) is { } hold)
            {
                await PollAsync(connector, feed, hold, clock, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Interrupted(_logger, connector.Name, exception);
        }
    }

    private async Task PollAsync(
        IPolledConnector connector,
        string feed,
        PollHold hold,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var place = hold.PlaceAs(PollJson.Default.PollPlace);
        for (var page = 0; page < _maxPages; page++)
        {
            var walk = place.WalkAt(clock.GetUtcNow(), _overlap);
            var answer = await connector.FetchAsync(feed, walk.From, walk.Next, cancellationToken);
            var now = clock.GetUtcNow();
            switch (answer)
            {
                case PollAnswer.Fetched fetched:
                    place = (await KeepAsync(connector, feed, place, walk, fetched.Page, cancellationToken)).After(
                        walk,
                        fetched.Page,
                        now,
                        _overlap
                    );
                    if (!await _store.NoteAsync(hold, place, PollJson.Default.PollPlace, cancellationToken))
                    {
                        return;
                    }

                    if (place.Walk is null || fetched.Page.NotBefore > now)
                    {
                        await _store.ReleaseAsync(hold, 0, fetched.Page.NotBefore, cancellationToken);
                        return;
                    }

                    break;
                case PollAnswer.PageUnknown:
                    place = place with { Walk = walk with { Next = null } };
                    await _store.NoteAsync(hold, place, PollJson.Default.PollPlace, cancellationToken);
                    await _store.ReleaseAsync(hold, hold.Failures + 1, PollRules.NextTry(now, hold.Failures + 1, feed), cancellationToken);
                    return;
                default:
                    await BackOffAsync(connector, feed, hold, answer, now, cancellationToken);
                    return;
            }
        }

        await _store.ReleaseAsync(hold, 0, null, cancellationToken);
    }

    private async Task BackOffAsync(
        IPolledConnector connector,
        string feed,
        PollHold hold,
        PollAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var failures = hold.Failures + 1;
        var until = answer is PollAnswer.Limited limited
            ? PollRules.Asked(limited.Until, now, failures, feed)
            : PollRules.NextTry(now, failures, feed);
        Log.BackedOff(_logger, connector.Name, (answer as PollAnswer.Failed)?.Reason ?? "rate limit", failures, until);
        await _store.ReleaseAsync(hold, failures, until, cancellationToken);
    }

    /// <summary>A page without a post, and a first page with nothing but what was kept last, is not kept.</summary>
    private async Task<PollPlace> KeepAsync(
        IPolledConnector connector,
        string feed,
        PollPlace place,
        PollWalk walk,
        PolledPage page,
        CancellationToken cancellationToken
    )
    {
        var events = connector.Read(page.Payload).Where(one => one is not SocialEvent.Ignored).ToList();
        if (events.Count == 0)
        {
            return place;
        }

        var print = StableHash.Of([
            .. events.SelectMany(one =>
                one is SocialEvent.Posted { Post: var post }
                    ? new[] { post.ExternalId, post.Text, post.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture) }
                    : [one.GetType().Name]
            ),
        ]);
        if (walk.Next is null && print == place.LastKept)
        {
            return place;
        }

        await _keeping.KeepAsync(connector, feed, page.Payload, events, cancellationToken);
        return walk.Next is null ? place with { LastKept = print } : place;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A feed of {Connector} is left alone until {Until}: {Reason}, {Failures} times in a row.")]
        public static partial void BackedOff(ILogger logger, string connector, string reason, int failures, DateTimeOffset until);

        [LoggerMessage(LogLevel.Warning, "Reading a feed of {Connector} was interrupted; it goes on after its hold ends.")]
        public static partial void Interrupted(ILogger logger, string connector, Exception exception);
    }
}
