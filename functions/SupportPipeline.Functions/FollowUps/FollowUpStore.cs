using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>Everything scheduled.</summary>
public sealed class FollowUpStore(TableServiceClient tables, IOptions<FollowUpsOptions> options)
{
    private const int MaxActions = 100;

    private readonly TableClient _followUps = tables.GetTableClient(StorageNames.FollowUpsTable);
    private readonly GroupCommit _writes = new(
        tables.GetTableClient(StorageNames.FollowUpsTable),
        TimeSpan.FromMilliseconds(options.Value.LingerMilliseconds)
    );

    /// <summary>Schedules; the same again changes nothing. Writes of one hour that come together are one storage operation.</summary>
    internal Task ScheduleAsync(IEnumerable<FollowUp> followUps, CancellationToken cancellationToken) =>
        Task.WhenAll(
            followUps.Select(followUp => _writes.UpsertAsync(FollowUpRows.From(followUp, options.Value.Shards), cancellationToken))
        );

    /// <summary>Takes rows away; a row that has gone already is no error.</summary>
    internal Task RemoveAsync(IEnumerable<FollowUp> followUps, CancellationToken cancellationToken) =>
        RemoveAsync(
            followUps.Select(followUp => new DueFollowUp(followUp, FollowUpRows.Partition(followUp, options.Value.Shards))),
            cancellationToken
        );

    /// <summary>Takes rows away where they were found; a row that has gone already is no error.</summary>
    internal async Task RemoveAsync(IEnumerable<DueFollowUp> found, CancellationToken cancellationToken)
    {
        foreach (var partition in found.GroupBy(due => due.Partition, due => due.FollowUp, StringComparer.Ordinal))
        {
            foreach (var chunk in partition.Select(FollowUpRows.RowKey).Distinct(StringComparer.Ordinal).Chunk(MaxActions))
            {
                await RemoveAsync(partition.Key, chunk, cancellationToken);
            }
        }
    }

    /// <summary>What is due, soonest first within a partition: reads the rows that are due and no others.</summary>
    /// <param name="since">The sweep before this one, with some time for stragglers.</param>
    /// <param name="now">Due up to and including this moment.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async IAsyncEnumerable<DueFollowUp> DueAsync(
        DateTimeOffset since,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (first, current) = (FollowUpRows.Hour(since), FollowUpRows.Hour(now));
        var filters = new List<string> { TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {current}") };
        var until = FollowUpRows.RowKeyFrom(now.AddTicks(1));
        for (var shard = 0; shard < options.Value.Shards; shard++)
        {
            var partition = FollowUpRows.Partition(now, shard);
            filters.Add(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {until}"));
        }

        foreach (var filter in filters)
        {
            await foreach (var row in _followUps.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return new(FollowUpRows.To(row), row.PartitionKey);
            }
        }
    }

    /// <summary>A page of what is scheduled between two moments, in order of time.</summary>
    internal async Task<IReadOnlyList<FollowUp>> ListAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (FollowUpRows.Hour(from), FollowUpRows.Hour(until) + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}");
        var found = new List<FollowUp>();
        await foreach (var row in _followUps.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            var followUp = FollowUpRows.To(row);
            if (followUp.At >= from && followUp.At < until)
            {
                found.Add(followUp);
            }

            // Partitions come in order of time but for their shards, so an hour is read to its end before the page is cut.
            if (found.Count > limit && FollowUpRows.Hour(found[^1].At) != FollowUpRows.Hour(found[limit - 1].At))
            {
                break;
            }
        }

        return [.. found.OrderBy(followUp => followUp.At).ThenBy(FollowUpRows.RowKey, StringComparer.Ordinal).Take(limit)];
    }

    private async Task RemoveAsync(string partition, string[] rowKeys, CancellationToken cancellationToken)
    {
        var rows = rowKeys.Select(key => new TableEntity(partition, key)).ToList();
        if (rows.Count > 1)
        {
            try
            {
                await _followUps.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                    cancellationToken
                );
                return;
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                // One of them has gone: one by one, then.
            }
        }

        foreach (var row in rows)
        {
            await _followUps.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }
}
