using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>
/// Up to when the mail service has told what became of mails. A reply of which nothing was told although later ones were is certainly not out; the row is
/// written at most once a minute by each process, so it may lag behind by that and never runs ahead.
/// </summary>
public sealed class DeliveryEventFlow(TableServiceClient tables, IOptions<RepliesOptions> options, TimeProvider clock)
{
    private const string Partition = "job";
    private const string Row = "delivery-event-flow";
    private static readonly TimeSpan MaxInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly TableClient _jobs = tables.GetTableClient(StorageNames.JobsTable);
    private long _writtenTicks;

    /// <summary>Notes the time of the latest event of a request.</summary>
    internal async Task ArrivedAsync(DateTimeOffset latest, CancellationToken cancellationToken)
    {
        // A time that has not come yet proves nothing about mails sent before it.
        if (latest > clock.GetUtcNow() + ClockSkew || latest.UtcTicks - Volatile.Read(ref _writtenTicks) < Interval.Ticks)
        {
            return;
        }

        // Another process may know of a later one; two that write at the same moment differ by less than what the readers allow for.
        if (await LatestAsync(cancellationToken) is not { } known || latest > known)
        {
            await _jobs.UpsertEntityAsync(
                new TableEntity(Partition, Row) { ["LatestEventAt"] = latest },
                TableUpdateMode.Replace,
                cancellationToken
            );
        }

        Volatile.Write(ref _writtenTicks, latest.UtcTicks);
    }

    /// <summary>The time of the latest event; null when none ever came.</summary>
    internal async Task<DateTimeOffset?> LatestAsync(CancellationToken cancellationToken)
    {
        var found = await _jobs.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetDateTimeOffset("LatestEventAt") : null;
    }

    private TimeSpan Interval => options.Value.UnknownWait < MaxInterval * 3 ? options.Value.UnknownWait / 3 : MaxInterval;
}
