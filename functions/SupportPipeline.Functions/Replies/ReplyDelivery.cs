using SupportPipeline.Cases;

namespace SupportPipeline.Replies;

/// <summary>
/// Delivers one reply of the outbox: guard, claim, send, record. The claim is stored before the mail service is asked, so a reply whose outcome nobody
/// recorded is found and becomes <see cref="ReplyState.Unknown"/>; it is never sent a second time on a guess.
/// </summary>
public sealed class ReplyDelivery(
    OutboundGuard guard,
    ReplyClaims claims,
    ReplySending sending,
    UnknownReplies unknowns,
    ReplyRecords records
)
{
    /// <summary>Delivers a reply.</summary>
    /// <returns>How long to wait before it is to be looked at again; null when there is nothing more to do.</returns>
    internal Task<TimeSpan?> DeliverAsync(StoredReply stored, CancellationToken cancellationToken) =>
        DeliverAsync(stored, isAddressChecked: false, cancellationToken);

    /// <summary>Delivers a reply.</summary>
    /// <param name="stored">The reply as it stands in the outbox.</param>
    /// <param name="isAddressChecked">Whether the caller has just found that the address is not suppressed; saves a storage operation.</param>
    /// <param name="cancellationToken">Stops it before the mail service is asked.</param>
    /// <returns>How long to wait before it is to be looked at again; null when there is nothing more to do.</returns>
    internal async Task<TimeSpan?> DeliverAsync(StoredReply stored, bool isAddressChecked, CancellationToken cancellationToken)
    {
        if (stored.Reply.State == ReplyState.Unknown)
        {
            var (again, wait) = await unknowns.LookAsync(stored, cancellationToken);
            if (again is null)
            {
                return wait;
            }

            stored = again;
        }

        return stored.Reply.State == ReplyState.Approved ? await SendAsync(stored, isAddressChecked, cancellationToken) : null;
    }

    private async Task<TimeSpan?> SendAsync(StoredReply stored, bool isAddressChecked, CancellationToken cancellationToken)
    {
        switch (await guard.LookAsync(stored.Reply, isAddressChecked, cancellationToken))
        {
            case OutboundVerdict.Wait wait:
                await records.HeldBackAsync(stored, wait, cancellationToken);
                return wait.After;
            case OutboundVerdict.Suppress suppress:
                await records.SuppressedAsync(stored, suppress.Reason);
                return null;
            default:
                var (claimed, after) = await claims.ClaimAsync(stored, cancellationToken);
                return claimed is null ? after : await sending.SendAsync(claimed, cancellationToken);
        }
    }
}
