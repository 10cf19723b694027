using Azure.Data.Tables;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Walks the frozen audiences of notices, a slice at a time.</summary>
internal sealed class NoticeWalk(AuditAccount account)
{
    private readonly SliceStore _slices = new(account.Tables, account.Blobs);

    /// <summary>Reads the audience of one notice; rows that are no notices, and notices that were not frozen, have none.</summary>
    public async Task WalkAsync(TableEntity row, Action<Fact> see, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.ContainsKey("TextHash") || NoticeRows.ToNotice(row) is not { Frozen: { } frozen } notice)
        {
            return;
        }

        var isOver = notice.State is NoticeState.Done or NoticeState.Cancelled;
        await foreach (var slice in _slices.AllAsync(frozen, cancellationToken))
        {
            var recipients = await _slices.RecipientsAsync(notice.Id, frozen, slice.Number, cancellationToken);
            for (var place = 0; place < recipients.Count; place++)
            {
                var address = EmailAddress.TryParse(recipients[place].Address, out var parsed) ? parsed.Hash : recipients[place].Address;
                see(new RecipientStored(notice.Id, address, slice.States[place], slice.Reasons.GetValueOrDefault(place), isOver));
            }
        }
    }
}
