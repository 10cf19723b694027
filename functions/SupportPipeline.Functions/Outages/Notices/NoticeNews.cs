using SupportPipeline.Replies;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Writes what was told about the recipients of a slice: one read and one write however many there are. An address that refused is suppressed first, so the
/// next notice does not reach it.
/// </summary>
public sealed class NoticeNews(NoticeStore notices, SliceStore slices, SuppressionList suppressions)
{
    private const int MaxTries = 20;

    /// <summary>Applies the events about one slice.</summary>
    internal async Task ApplyAsync(
        string incidentId,
        string noticeId,
        int number,
        IReadOnlyList<DeliveryEvent> events,
        CancellationToken cancellationToken
    )
    {
        foreach (var one in events)
        {
            if (one.Address is { } address && BounceRules.Suppression(one) is { } suppression)
            {
                await suppressions.AddAsync(address, suppression, cancellationToken);
            }
        }

        var news = events.Select(NewsOf).OfType<RecipientNews>().ToList();
        if (news.Count == 0 || await notices.FindAsync(incidentId, noticeId, cancellationToken) is not { Notice.Frozen: { } frozen })
        {
            return;
        }

        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await slices.FindAsync(frozen, number, cancellationToken) is not { } stored)
            {
                return;
            }

            var told = SliceRules.Told(stored.Slice, news);
            if (ReferenceEquals(told, stored.Slice) || await slices.TryReplaceAsync(stored, told, frozen, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new InvalidOperationException("What was told of a notice could not be written because others kept changing its slice.");
    }

    private static RecipientNews? NewsOf(DeliveryEvent one)
    {
        var (place, attempt) = (one.Notice!.Place, one.Notice.Attempt);
        return one.Kind switch
        {
            DeliveryEventKind.Processed or DeliveryEventKind.Deferred => new(place, attempt, RecipientState.Submitted, null),
            DeliveryEventKind.Delivered or DeliveryEventKind.SpamReport or DeliveryEventKind.Unsubscribed => new(
                place,
                attempt,
                RecipientState.Delivered,
                null
            ),
            DeliveryEventKind.Bounced or DeliveryEventKind.Blocked => new(place, attempt, RecipientState.Bounced, NoticeReason.MailBounced),
            DeliveryEventKind.Dropped => new(place, attempt, RecipientState.Bounced, NoticeReason.MailDropped),
            _ => null,
        };
    }
}
