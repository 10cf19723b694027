using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Tells one slice of a notice: load, decide, claim, ask the mail service, record. The claim is stored before the mail service is asked, so a process that
/// dies in between leaves recipients of whom nobody knows, and not recipients who are told twice.
/// </summary>
public sealed class SliceSending(NoticeStore notices, SliceStore slices, SliceDelivery delivery, SliceJudging judging)
{
    private const int MaxTries = 10;

    /// <summary>Processes one; doing it twice does it once.</summary>
    public async Task<Outcome> ProcessAsync(NoticeSliceDue due, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                await notices.FindAsync(due.IncidentId, due.NoticeId, cancellationToken) is not { Notice: { Frozen: { } frozen } notice }
                || await slices.FindAsync(frozen, due.Slice, cancellationToken) is not { } stored
            )
            {
                return new Outcome.Rejected(ReasonCode.NothingToSend);
            }

            var step = await StepAsync(notice, frozen, stored, cancellationToken);
            if (step is not null)
            {
                return step;
            }
        }

        return new Outcome.Deferred(TimeSpan.FromSeconds(1), NoticeReason.SliceClaimed);
    }

    /// <summary>Does what is next; null when there may be more to do.</summary>
    private async Task<Outcome?> StepAsync(Notice notice, string frozen, StoredSlice stored, CancellationToken cancellationToken)
    {
        switch (await judging.JudgeAsync(stored.Slice, notice, cancellationToken))
        {
            case SliceVerdict.Nothing nothing:
                return new Outcome.Skipped(nothing.Reason);
            case SliceVerdict.Wait wait:
                return new Outcome.Deferred(TimeSpan.FromSeconds(Math.Ceiling(wait.After.TotalSeconds)), wait.Reason);
            case SliceVerdict.Lose:
                await slices.TryReplaceAsync(stored, judging.Lost(stored.Slice), frozen, cancellationToken);
                return null;
            case SliceVerdict.Repeat repeat:
                var again = SliceRules.Move(stored.Slice, RecipientState.Unknown, RecipientState.Planned, repeat.Reason);
                await slices.TryReplaceAsync(stored, again, frozen, cancellationToken);
                return null;
            case SliceVerdict.Leave leave:
                await slices.TryReplaceAsync(stored, SliceRules.Explain(stored.Slice, leave.Reason), frozen, cancellationToken);
                return null;
            case SliceVerdict.Settle settle:
                var settled = SliceRules.Move(stored.Slice, RecipientState.Planned, settle.State, settle.Reason);
                await slices.TryReplaceAsync(stored, settled, frozen, cancellationToken);
                return null;
            default:
                return await delivery.DeliverAsync(notice, frozen, stored, cancellationToken);
        }
    }
}

/// <summary>Loads what <see cref="SliceRules"/> decides on.</summary>
public sealed class SliceJudging(DeliveryEventFlow flow, IOptions<NoticesOptions> options, TimeProvider clock)
{
    /// <summary>Decides what is to be done with a slice.</summary>
    public async Task<SliceVerdict> JudgeAsync(NoticeSlice slice, Notice notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isOld = slice.UnknownSince + options.Value.UnknownWait <= now;
        return SliceRules.Decide(slice, notice, isOld ? await flow.LatestAsync(cancellationToken) : null, options.Value, now);
    }

    /// <summary>Nobody knows the answer of the mail service any more.</summary>
    public NoticeSlice Lost(NoticeSlice slice) =>
        SliceRules.Move(slice, RecipientState.Claimed, RecipientState.Unknown) with
        {
            UnknownSince = slice.UnknownSince ?? clock.GetUtcNow(),
        };
}

/// <summary>How fast one process hands recipients to the mail service.</summary>
public sealed class SliceRate(IOptions<NoticesOptions> options) : IDisposable
{
    private readonly TokenBucketRateLimiter? _bucket = options.Value.MaxPerSecond > 0 ? Create(options.Value) : null;

    /// <summary>Waits for the turn of so many recipients.</summary>
    public async Task WaitAsync(int recipients, CancellationToken cancellationToken)
    {
        if (_bucket is not null)
        {
            using var lease = await _bucket.AcquireAsync(recipients, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bucket?.Dispose();

    /// <summary>One slice must fit in, however small the rate.</summary>
    private static TokenBucketRateLimiter Create(NoticesOptions options) =>
        new(
            new()
            {
                TokenLimit = Math.Max(options.MaxPerSecond, options.SliceSize),
                TokensPerPeriod = options.MaxPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                AutoReplenishment = true,
            }
        );
}
