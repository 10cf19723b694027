using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// Delivers one reply of the outbox: claim, send, record. The claim is stored before the mail service is asked, so a reply whose outcome nobody
/// recorded is found and becomes <see cref="ReplyState.Unknown"/>; it is never sent a second time on a guess.
/// </summary>
public sealed partial class ReplyDelivery(
    Outbox outbox,
    SendLedger ledger,
    IMailTransport transport,
    MailWriter mails,
    IOptions<RepliesOptions> options,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<ReplyDelivery> logger
)
{
    /// <summary>Delivers a reply.</summary>
    /// <returns>How long to wait before it is to be looked at again; null when there is nothing more to do.</returns>
    internal async Task<TimeSpan?> DeliverAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        if (stored.Reply.State != ReplyState.Approved)
        {
            return null;
        }

        var (claimed, wait) =
            stored.Reply.Attempts == 0
                ? await ClaimFirstAsync(stored, cancellationToken)
                : await ClaimAgainAsync(stored, cancellationToken);
        return claimed is null ? wait : await SendAsync(claimed, cancellationToken);
    }

    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> ClaimFirstAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        switch (await ledger.ClaimAsync(stored.Reply, cancellationToken))
        {
            case SendClaim.Granted:
                return (stored, null);
            case SendClaim.Held held:
                return await WaitOrGiveUpAsync(stored, held.At);
            default:
                await RecordAsync(stored, ReplyState.Suppressed, "reply-suppressed", ReasonCode.AddressCapReached);
                return (null, null);
        }
    }

    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> ClaimAgainAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        if (stored.Reply.ClaimedAt is { } claimedAt)
        {
            return await WaitOrGiveUpAsync(stored, claimedAt);
        }

        var claimed = await outbox.TryMoveAsync(stored, stored.Reply with { ClaimedAt = clock.GetUtcNow() }, null, cancellationToken);
        return (claimed, claimed is null ? TimeSpan.FromSeconds(options.Value.ClaimSeconds) : null);
    }

    /// <summary>Somebody claimed it and has not recorded how it ended: still sending, or dead.</summary>
    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> WaitOrGiveUpAsync(StoredReply stored, DateTimeOffset claimedAt)
    {
        var left = claimedAt.AddSeconds(options.Value.ClaimSeconds) - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            return (null, left + TimeSpan.FromSeconds(1));
        }

        await RecordAsync(stored, ReplyState.Unknown, "reply-unknown", ReasonCode.OutcomeUnknown);
        return (null, null);
    }

    private async Task<TimeSpan?> SendAsync(StoredReply claimed, CancellationToken cancellationToken)
    {
        var reply = claimed.Reply;
        switch (await transport.SendAsync(mails.Write(reply), cancellationToken))
        {
            case SendResult.Accepted accepted:
                metrics.ReplySent(reply.CauseId.CreatedAt);
                await RecordSentAsync(claimed, accepted.ProviderMessageId);
                return null;
            case SendResult.Refused refused:
                Log.Refused(logger, reply.CaseId, reply.Id, refused.Detail);
                await RecordAsync(claimed, ReplyState.Drafted, "reply-returned", ReasonCode.RefusedByMailService, refused.Detail);
                return null;
            case SendResult.Unknown unknown:
                Log.Unknown(logger, reply.CaseId, reply.Id, unknown.Detail);
                await RecordAsync(claimed, ReplyState.Unknown, "reply-unknown", ReasonCode.OutcomeUnknown, unknown.Detail);
                return null;
            case SendResult.Unavailable unavailable:
                return await PostponeAsync(claimed, unavailable);
            default:
                throw new InvalidOperationException("A send ended in a way nobody has thought of.");
        }
    }

    private async Task<TimeSpan?> PostponeAsync(StoredReply claimed, SendResult.Unavailable unavailable)
    {
        var reply = claimed.Reply;
        if (clock.GetUtcNow() - reply.CreatedAt > TimeSpan.FromHours(options.Value.GiveUpAfterHours))
        {
            Log.GivenUp(logger, reply.CaseId, reply.Id);
            await RecordAsync(claimed, ReplyState.Drafted, "reply-returned", ReasonCode.DeliveryGivenUp, unavailable.Detail);
            return null;
        }

        // The timeline says once that a reply waits, not once per attempt.
        await outbox.RecordAsync(
            claimed,
            current => current with { Attempts = current.Attempts + 1, ClaimedAt = null, Reason = ReasonCode.MailServiceUnavailable },
            after => after.Attempts == 1 ? Happening(after, "reply-deferred", unavailable.Detail) : null
        );
        return unavailable.RetryAfter ?? RetryDelay.After(reply.Attempts, options.Value);
    }

    /// <summary>No timeline row: the reply itself says when it was sent, and one row is cheaper than two.</summary>
    private Task RecordSentAsync(StoredReply claimed, string? providerMessageId)
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
                    ProviderMessageId = providerMessageId,
                    Reason = ReasonCode.AcceptedByMailService,
                },
            _ => null
        );
    }

    private Task RecordAsync(StoredReply before, ReplyState state, string kind, string reason, string? evidence = null) =>
        outbox.RecordAsync(
            before,
            current => current with { State = state, ClaimedAt = null, Reason = reason },
            after => Happening(after, kind, evidence)
        );

    private TimelineEvent Happening(Reply reply, string kind, string? evidence) =>
        new($"{kind}:{reply.Id}", clock.GetUtcNow(), kind, reply.Reason, evidence);

    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Warning, "The mail service refused reply {ReplyId} of case {CaseId}: {Detail}.")]
        public static partial void Refused(ILogger logger, TimeOrderedId caseId, string replyId, string detail);

        [LoggerMessage(302, LogLevel.Warning, "Nobody knows whether reply {ReplyId} of case {CaseId} was sent: {Detail}.")]
        public static partial void Unknown(ILogger logger, TimeOrderedId caseId, string replyId, string detail);

        [LoggerMessage(
            303,
            LogLevel.Error,
            "The mail service could not be reached for too long; reply {ReplyId} of case {CaseId} waits for a person."
        )]
        public static partial void GivenUp(ILogger logger, TimeOrderedId caseId, string replyId);
    }
}

/// <summary>The wait between two attempts: it doubles up to a limit. Pure.</summary>
internal static class RetryDelay
{
    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="failedBefore">How many failed before this one.</param>
    /// <param name="options">First and longest wait.</param>
    public static TimeSpan After(int failedBefore, RepliesOptions options) =>
        TimeSpan.FromSeconds(Math.Min(options.MaxRetrySeconds, options.RetrySeconds * Math.Pow(2, Math.Min(failedBefore, 20))));
}
