using Microsoft.Extensions.Logging;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Polling.KnownPosts;

/// <summary>
/// Looks again at posts that a polled platform has shown: it tells neither edits nor deletions by itself. What two looks in a row do not find is deleted, or
/// kept from us, which is the same to us. What is news goes through the same door as a page of a feed.
/// </summary>
public sealed partial class KnownPostSweep
{
    private readonly IReadOnlyList<IPolledConnector> _connectors;
    private readonly PollStore _store;
    private readonly KnownPostStore _known;
    private readonly IMentionIntake _intake;
    private readonly ILogger<KnownPostSweep> _logger;

    internal KnownPostSweep(
        IEnumerable<IPolledConnector> connectors,
        PollStore store,
        KnownPostStore known,
        IMentionIntake intake,
        ILogger<KnownPostSweep> logger
    ) => (_connectors, _store, _known, _intake, _logger) = ([.. connectors], store, known, intake, logger);

    /// <summary>Goes on with the round of each account, or begins one.</summary>
    /// <param name="clock">Tells when.</param>
    /// <param name="maxLooks">The most requests for an account; what is left is for the next run.</param>
    /// <param name="cancellationToken">Stops; the next run goes on.</param>
    internal async Task RunAsync(TimeProvider clock, int maxLooks, CancellationToken cancellationToken)
    {
        foreach (var connector in _connectors)
        {
            foreach (var account in connector.Feeds.Select(connector.AccountOf).Distinct(StringComparer.Ordinal))
            {
                await TryLookAsync(new(connector, account), clock, maxLooks, cancellationToken);
            }
        }
    }

    private async Task TryLookAsync(Looker looker, TimeProvider clock, int maxLooks, CancellationToken cancellationToken)
    {
        try
        {
            if (await _store.TryTakeAsync(looker.Connector.Name, $"known posts of {looker.Account}", cancellationToken) is { } hold)
            {
                await LookAsync(looker, hold, clock, maxLooks, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Interrupted(_logger, looker.Connector.Name, exception);
        }
    }

    private async Task LookAsync(Looker looker, PollHold hold, TimeProvider clock, int maxLooks, CancellationToken cancellationToken)
    {
        var place = hold.PlaceAs(KnownPostJson.Default.KnownPostPlace);
        var round = place.Round ?? KnownPostRules.HourOf(clock.GetUtcNow());
        place = place with { Round = round };
        foreach (var hour in KnownPostRules.HoursDue(place.Done, round).Where(hour => place.Hour is not { } at || hour <= at).ToList())
        {
            place = hour == place.Hour ? place : place with { Hour = hour, After = null };
            while (await ReadAsync(looker, hour, place.After, cancellationToken) is { Count: > 0 } posts)
            {
                if (maxLooks-- == 0)
                {
                    await EndAsync(hold, place, 0, null, cancellationToken);
                    return;
                }

                var answer = await looker.Connector.LookAsync(
                    looker.Account,
                    [.. posts.Select(post => post.ExternalId)],
                    cancellationToken
                );
                if (answer is not PollAnswer.Fetched { Page: var page })
                {
                    await BackOffAsync(looker, hold, place, answer, clock.GetUtcNow(), cancellationToken);
                    return;
                }

                await ApplyAsync(looker, posts, page.Payload, KnownPostRules.IsLast(hour, round), cancellationToken);
                place = place with { After = posts[^1].Key };
                if (page.NotBefore > clock.GetUtcNow())
                {
                    await EndAsync(hold, place, 0, page.NotBefore, cancellationToken);
                    return;
                }

                if (!await _store.NoteAsync(hold, place, KnownPostJson.Default.KnownPostPlace, cancellationToken))
                {
                    return;
                }
            }
        }

        await EndAsync(hold, new() { Done = round }, 0, round.AddHours(1), cancellationToken);
    }

    /// <summary>Keeps what is news first: a run that dies behind it looks again.</summary>
    private async Task ApplyAsync(
        Looker looker,
        IReadOnlyList<KnownPostStore.KnownPost> posts,
        ReadOnlyMemory<byte> payload,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        var look = KnownPostLook.Of(posts, looker.Connector.Read(payload), isLast);
        if (look.HasNews)
        {
            await _intake.KeepAsync(looker.Connector.Name, payload, cancellationToken);
        }

        if (look.Gone.Count > 0)
        {
            await _intake.KeepAsync(looker.Connector.Name, PolledPayload.Gone(looker.Account, look.Gone), cancellationToken);
        }

        await _known.StoreAsync(look.Seen, look.Forgotten, cancellationToken);
    }

    private async Task BackOffAsync(
        Looker looker,
        PollHold hold,
        KnownPostPlace place,
        PollAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var failures = hold.Failures + 1;
        var until = answer is PollAnswer.Limited limited
            ? PollRules.Asked(limited.Until, now, failures, looker.Account)
            : PollRules.NextTry(now, failures, looker.Account);
        Log.BackedOff(_logger, looker.Connector.Name, (answer as PollAnswer.Failed)?.Reason ?? "rate limit", failures, until);
        await EndAsync(hold, place, failures, until, cancellationToken);
    }

    private async Task EndAsync(
        PollHold hold,
        KnownPostPlace place,
        int failures,
        DateTimeOffset? notBefore,
        CancellationToken cancellationToken
    )
    {
        if (await _store.NoteAsync(hold, place, KnownPostJson.Default.KnownPostPlace, cancellationToken))
        {
            await _store.ReleaseAsync(hold, failures, notBefore, cancellationToken);
        }
    }

    private Task<IReadOnlyList<KnownPostStore.KnownPost>> ReadAsync(
        Looker looker,
        DateTimeOffset hour,
        string? after,
        CancellationToken cancellationToken
    ) => _known.ReadAsync(looker.Connector.Name, looker.Account, hour, after, looker.Connector.MaxLook, cancellationToken);

    /// <summary>Who looks.</summary>
    private sealed record Looker(IPolledConnector Connector, string Account);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Looking again at posts of {Connector} is left alone until {Until}: {Reason}, {Failures} times in a row."
        )]
        public static partial void BackedOff(ILogger logger, string connector, string reason, int failures, DateTimeOffset until);

        [LoggerMessage(LogLevel.Warning, "Looking again at posts of {Connector} was interrupted; it goes on after its hold ends.")]
        public static partial void Interrupted(ILogger logger, string connector, Exception exception);
    }
}
