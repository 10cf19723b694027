using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Writes down in the outbox how a delivery went on.</summary>
public sealed class ReplyRecords(Outbox outbox, TimeProvider clock)
{
    /// <summary>Claims another attempt; null when somebody else was faster.</summary>
    internal Task<StoredReply?> TryClaimAsync(StoredReply stored, CancellationToken cancellationToken) =>
        outbox.TryMoveAsync(stored, stored.Reply with { ClaimedAt = clock.GetUtcNow() }, null, cancellationToken);

    /// <summary>Takes a reply out of <see cref="ReplyState.Unknown"/>; null when somebody else moved it, for example an event that told of it after all.</summary>
    internal Task<StoredReply?> TryReopenAsync(
        StoredReply stored,
        ReplyState state,
        string kind,
        string reason,
        CancellationToken cancellationToken
    )
    {
        // One attempt more: the claim in the send ledger belongs to the first one and must not be taken for one in progress.
        var after = stored.Reply with
        {
            State = state,
            Reason = reason,
            Attempts = stored.Reply.Attempts + 1,
            ClaimedAt = null,
            UnknownSince = null,
        };
        return outbox.TryMoveAsync(stored, after, Happening(after, kind, null), cancellationToken);
    }

    /// <summary>Lets the wait for events begin again; null when somebody else moved the reply, for example an event that told of it after all.</summary>
    internal Task<StoredReply?> TryWaitAnewAsync(StoredReply stored, CancellationToken cancellationToken) =>
        outbox.TryMoveAsync(stored, stored.Reply with { UnknownSince = clock.GetUtcNow() }, null, cancellationToken);

    /// <summary>No timeline row: the reply itself says when it was sent, and one row is cheaper than two.</summary>
    internal Task SentAsync(StoredReply claimed, string? providerMessageId)
    {
        var at = clock.GetUtcNow();
        return outbox.RecordAsync(
            claimed,
            current =>
                current with
                {
                    State = ReplyState.Sent,
                    SentAt = at,
                    ClaimedAt = null,
                    UnknownSince = null,
                    ProviderMessageId = providerMessageId,
                    Reason = ReasonCode.AcceptedByMailService,
                },
            _ => null
        );
    }

    /// <summary>It certainly did not go out, and may later. The timeline says once that a reply waits, not once per attempt.</summary>
    internal Task PostponedAsync(StoredReply claimed, string detail) =>
        outbox.RecordAsync(
            claimed,
            current => current with { Attempts = current.Attempts + 1, ClaimedAt = null, Reason = ReasonCode.MailServiceUnavailable },
            after => after.Attempts == 1 ? Happening(after, "reply-deferred", detail) : null
        );

    /// <summary>It was not even tried, and may be later. Written once, and not for a turn that comes in a moment.</summary>
    internal async Task HeldBackAsync(StoredReply stored, OutboundVerdict.Wait wait, CancellationToken cancellationToken)
    {
        if (wait.Reason != ReasonCode.SendRateReached && stored.Reply.Reason != wait.Reason)
        {
            var after = stored.Reply with { Reason = wait.Reason };
            await outbox.TryMoveAsync(stored, after, Happening(after, "reply-held-back", null), cancellationToken);
        }
    }

    /// <summary>A person has to look; when it is sent again that is another attempt.</summary>
    internal Task ReturnedAsync(StoredReply before, string reason, string detail) =>
        outbox.RecordAsync(
            before,
            current => current with { State = ReplyState.Drafted, Attempts = current.Attempts + 1, ClaimedAt = null, Reason = reason },
            after => Happening(after, "reply-returned", detail)
        );

    /// <summary>Nobody knows whether it went out; false when somebody does after all.</summary>
    internal Task<bool> UnknownAsync(StoredReply before, string? detail)
    {
        var at = clock.GetUtcNow();
        return outbox.RecordAsync(
            before,
            current => current with { State = ReplyState.Unknown, ClaimedAt = null, UnknownSince = at, Reason = ReasonCode.OutcomeUnknown },
            after => Happening(after, "reply-unknown", detail)
        );
    }

    /// <summary>It was decided not to send it.</summary>
    internal Task SuppressedAsync(StoredReply before, string reason) =>
        outbox.RecordAsync(
            before,
            current => current with { State = ReplyState.Suppressed, ClaimedAt = null, Reason = reason },
            after => Happening(after, "reply-suppressed", null)
        );

    private TimelineEvent Happening(Reply reply, string kind, string? evidence) =>
        new(
            reply.Attempts <= 1 ? $"{kind}:{reply.Id}" : $"{kind}:{reply.Id}:{reply.Attempts}",
            clock.GetUtcNow(),
            kind,
            reply.Reason,
            evidence
        );
}
