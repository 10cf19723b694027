using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace SupportPipeline.Platform;

/// <summary>
/// Writes rows of index partitions together: upserts to one partition that arrive within a short while, from any number of concurrent
/// function calls of this process, become one entity-group transaction. Each caller waits until its own row is stored, so nothing is promised
/// that is not done; only the number of storage operations falls. At most 100 rows go into one transaction (the platform's limit).
/// </summary>
internal sealed class GroupCommit(TableClient table, TimeSpan linger)
{
    private const int MaxRows = 100;

    private readonly ConcurrentDictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    /// <summary>Inserts or replaces a row; returns when it is stored.</summary>
    /// <exception cref="RequestFailedException">The row could not be stored.</exception>
    public Task UpsertAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(row, new(TaskCreationOptions.RunContinuationsAsynchronously));
        while (true)
        {
            var partition = _partitions.GetOrAdd(row.PartitionKey, static _ => new());
            lock (partition.Lock)
            {
                // A partition that has just run empty is being taken out of the dictionary: get the next one.
                if (partition.IsRetired)
                {
                    continue;
                }

                partition.Rows.Add(waiting);
                if (!partition.IsWriting)
                {
                    partition.IsWriting = true;
                    _ = WriteAsync(row.PartitionKey, partition);
                }
            }

            return waiting.Stored.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(string key, Partition partition)
    {
        while (true)
        {
            await Task.Delay(linger, CancellationToken.None).ConfigureAwait(false);
            List<Waiting> batch;
            lock (partition.Lock)
            {
                if (partition.Rows.Count == 0)
                {
                    partition.IsRetired = true;
                    _partitions.TryRemove(new(key, partition));
                    return;
                }

                batch = partition.Rows.Count <= MaxRows ? partition.Rows : partition.Rows.GetRange(0, MaxRows);
                partition.Rows = partition.Rows.Count <= MaxRows ? [] : partition.Rows.GetRange(MaxRows, partition.Rows.Count - MaxRows);
            }

            await StoreAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task StoreAsync(List<Waiting> batch)
    {
        // The same row twice in one transaction is refused by the service; the later write is the newer truth.
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var waiting in batch)
        {
            rows[waiting.Row.RowKey] = waiting.Row;
        }

        try
        {
            if (rows.Count == 1)
            {
                await table.UpsertEntityAsync(batch[^1].Row, TableUpdateMode.Replace, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                var actions = rows.Values.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
                await table.SubmitTransactionAsync(actions, CancellationToken.None).ConfigureAwait(false);
            }

            batch.ForEach(waiting => waiting.Stored.TrySetResult());
        }
        catch (Exception exception)
        {
            // Every caller sees the failure and its queue message comes again; nobody is told that something was stored which was not.
            batch.ForEach(waiting => waiting.Stored.TrySetException(exception));
        }
    }

    private sealed record Waiting(TableEntity Row, TaskCompletionSource Stored);

    private sealed class Partition
    {
        public Lock Lock { get; } = new();

        public List<Waiting> Rows { get; set; } = [];

        public bool IsWriting { get; set; }

        public bool IsRetired { get; set; }
    }
}
