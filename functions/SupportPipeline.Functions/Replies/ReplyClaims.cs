using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// Claims an attempt before the mail service is asked: the first in the send ledger, the others in the outbox. A reply that was claimed and of which
/// nobody recorded how it ended becomes <see cref="ReplyState.Unknown"/>.
/// </summary>
public sealed class ReplyClaims(SendLedger ledger, ReplyRecords records, IOptions<RepliesOptions> options, TimeProvider clock)
{
    /// <summary>Claims.</summary>
    /// <returns>The claimed reply, or how long to wait; neither when nothing is to be done any more.</returns>
    internal Task<(StoredReply? Claimed, TimeSpan? Wait)> ClaimAsync(StoredReply stored, CancellationToken cancellationToken) =>
        stored.Reply.Attempts == 0 ? ClaimFirstAsync(stored, cancellationToken) : ClaimAgainAsync(stored, cancellationToken);

    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> ClaimFirstAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        switch (await ledger.ClaimAsync(stored.Reply, cancellationToken))
        {
            case SendClaim.Granted:
                return (stored, null);
            case SendClaim.Held held:
                return await WaitOrGiveUpAsync(stored, held.At);
            default:
                await records.SuppressedAsync(stored, ReasonCode.AddressCapReached);
                return (null, null);
        }
    }

    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> ClaimAgainAsync(StoredReply stored, CancellationToken cancellationToken)
    {
        if (stored.Reply.ClaimedAt is { } claimedAt)
        {
            return await WaitOrGiveUpAsync(stored, claimedAt);
        }

        var claimed = await records.TryClaimAsync(stored, cancellationToken);
        return (claimed, claimed is null ? TimeSpan.FromSeconds(options.Value.ClaimSeconds) : null);
    }

    /// <summary>Somebody claimed it and has not recorded how it ended: still sending, or dead.</summary>
    private async Task<(StoredReply? Claimed, TimeSpan? Wait)> WaitOrGiveUpAsync(StoredReply stored, DateTimeOffset claimedAt)
    {
        var most = TimeSpan.FromSeconds(options.Value.ClaimSeconds);
        var left = claimedAt + most - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            // A server whose clock is ahead may have claimed it: nothing is waited for longer than a claim lasts.
            return (null, (left < most ? left : most) + TimeSpan.FromSeconds(1));
        }

        return (null, await records.UnknownAsync(stored, null) ? options.Value.UnknownWait : null);
    }
}
