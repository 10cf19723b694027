using Microsoft.Extensions.Options;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Looks after notices that go out: announces again what nobody works on any more, stops one that bounces too much, and says when everybody was told. Reads
/// only notices that are active.
/// </summary>
public sealed class NoticeSweep(
    NoticeStore notices,
    SliceStore slices,
    NoticeStarting starting,
    NoticeAlerts alerts,
    IOptions<NoticesOptions> options
)
{
    private const int FewestForShare = 1_000;

    /// <summary>A queue message that was announced and not seen to for so long was lost, or its process died.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Sweeps once.</summary>
    internal async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var stored in await notices.ActiveAsync(cancellationToken))
        {
            await SweepAsync(stored, now, cancellationToken);
        }
    }

    private async Task SweepAsync(StoredNotice stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notice = stored.Notice;
        if (notice is { State: NoticeState.Freezing })
        {
            if (now - notice.CreatedAt > Patience)
            {
                await starting.FreezeAsync(notice, cancellationToken);
            }

            return;
        }

        if (notice is { Frozen: null } or { State: NoticeState.AwaitingApproval })
        {
            await RetireUnapprovedAsync(notice, now, cancellationToken);
            return;
        }

        var all = new List<NoticeSlice>(notice.Slices);
        await foreach (var slice in slices.AllAsync(notice.Frozen, cancellationToken))
        {
            all.Add(slice);
        }

        var progress = NoticeProgress.Of(all);
        if (progress.IsSettled && progress.Unknown == progress.Reasons.GetValueOrDefault(NoticeReason.UnknownNotRepeated))
        {
            await CompleteAsync(stored, now, cancellationToken);
        }
        else if (notice is { State: NoticeState.Paused, StoppedAt: not null })
        {
            await alerts.TellAsync(notice, progress, cancellationToken);
        }
        else if (notice is { State: NoticeState.Sending, IgnoresBounces: false } && IsBouncing(progress))
        {
            var paused = NoticeRules.Stop(notice, NoticeReason.MailBounced, now);
            if (await notices.TryReplaceAsync(stored, paused, cancellationToken) is not null)
            {
                await alerts.TellAsync(paused, progress, cancellationToken);
            }
        }
        else if (notice.State != NoticeState.Paused && now - (notice.ApprovedAt ?? now) > Patience)
        {
            var open = all.Where(slice =>
                slice.Has(RecipientState.Planned) || slice.Has(RecipientState.Unknown) || slice.Has(RecipientState.Claimed)
            );
            await starting.AnnounceAsync(notice, open.Select(slice => slice.Number), cancellationToken);
        }
    }

    private async Task CompleteAsync(StoredNotice stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notice = stored.Notice;
        if (
            notice.State == NoticeState.Cancelled
            || await notices.TryReplaceAsync(stored, notice with { State = NoticeState.Done, EndedAt = now }, cancellationToken) is not null
        )
        {
            await notices.RetireAsync(notice.Id, cancellationToken);
        }
    }

    private async Task RetireUnapprovedAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notice.State is NoticeState.Cancelled or NoticeState.Done || now > notice.ValidUntil)
        {
            await notices.RetireAsync(notice.Id, cancellationToken);
        }
    }

    private bool IsBouncing(NoticeProgress progress) =>
        progress.Sent >= FewestForShare && progress.Bounced * 100L > (long)progress.Sent * options.Value.MaxBouncePercent;
}
