using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>
/// Customers and what they use: <c>profile|group</c> / bucket holds everything, <c>component|checkout</c> / bucket (and so for products and tags) what a
/// notice needs of those who use it. The index follows from the profiles and is written first: what breaks off in between is done again by the same import.
/// </summary>
public sealed class AudienceStore(TableServiceClient tables)
{
    /// <summary>Rows per request: at 1,000,000 customers some 3 MB.</summary>
    private const int PageRows = 64;

    private const int MaxTogether = 100;

    /// <summary>Of a transaction's 4 MiB, in which bytes are Base64.</summary>
    private const int MaxTransactionBytes = 2_700_000;

    private const int AtOnce = 8;

    private readonly TableClient _audience = tables.GetTableClient(StorageNames.AudienceTable);

    /// <summary>Everybody of a part of the index.</summary>
    internal async IAsyncEnumerable<IndexedCustomer> MembersAsync(
        AudienceKey key,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key.Partition}");
        await foreach (var row in _audience.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
        {
            foreach (var member in PackedRow.Read(row, AudienceJson.Default.ListIndexedCustomer))
            {
                yield return member;
            }
        }
    }

    /// <summary>The buckets of a group.</summary>
    internal async Task<Dictionary<int, StoredBucket>> LoadAsync(int group, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AudienceBucket.ProfilePartition(group)}");
        var buckets = new Dictionary<int, StoredBucket>();
        await foreach (var row in _audience.QueryAsync<TableEntity>(filter, PageRows, cancellationToken: cancellationToken))
        {
            buckets[AudienceBucket.OfRowKey(row.RowKey)] = new(PackedRow.Read(row, AudienceJson.Default.ListAudienceCustomer), row.ETag);
        }

        return buckets;
    }

    /// <summary>Writes changed buckets of a group.</summary>
    /// <returns>False when somebody else changed one of them since it was loaded: load it again.</returns>
    internal async Task<bool> SaveAsync(
        int group,
        IReadOnlyDictionary<int, StoredBucket> before,
        IReadOnlyDictionary<int, BucketChange> changes,
        CancellationToken cancellationToken
    )
    {
        await WriteIndexAsync(changes, cancellationToken);
        var partition = AudienceBucket.ProfilePartition(group);
        var actions = changes.Select(change =>
        {
            var row = new TableEntity(partition, AudienceBucket.RowKey(change.Key));
            var bytes = PackedRow.Fill(row, change.Value.After, AudienceJson.Default.ListAudienceCustomer);
            var action = before.TryGetValue(change.Key, out var old)
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, old.ETag)
                : new TableTransactionAction(TableTransactionActionType.Add, row);
            return (action, bytes);
        });
        try
        {
            await SubmitAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
    }

    private Task WriteIndexAsync(IReadOnlyDictionary<int, BucketChange> changes, CancellationToken cancellationToken)
    {
        var byKey = from change in changes from entry in change.Value.Index group (Bucket: change.Key, Members: entry.Value) by entry.Key;
        return Parallel.ForEachAsync(
            byKey,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (rows, cancellation) =>
            {
                var partition = rows.Key.Partition;
                await SubmitAsync(
                    rows.Where(row => row.Members.Count > 0).Select(row => IndexRow(partition, row.Bucket, row.Members)),
                    cancellation
                );
                foreach (var (bucket, _) in rows.Where(row => row.Members.Count == 0))
                {
                    await _audience.DeleteEntityAsync(partition, AudienceBucket.RowKey(bucket), ETag.All, cancellation);
                }
            }
        );
    }

    private static (TableTransactionAction Action, int Bytes) IndexRow(string partition, int bucket, List<IndexedCustomer> members)
    {
        var row = new TableEntity(partition, AudienceBucket.RowKey(bucket));
        var bytes = PackedRow.Fill(row, members, AudienceJson.Default.ListIndexedCustomer);
        return (new(TableTransactionActionType.UpsertReplace, row), bytes);
    }

    /// <summary>In as few transactions as the platform's limits allow.</summary>
    private async Task SubmitAsync(IEnumerable<(TableTransactionAction Action, int Bytes)> actions, CancellationToken cancellationToken)
    {
        var together = new List<TableTransactionAction>();
        var size = 0;
        foreach (var (action, bytes) in actions)
        {
            if (together.Count == MaxTogether || (together.Count > 0 && size + bytes > MaxTransactionBytes))
            {
                await _audience.SubmitTransactionAsync(together, cancellationToken);
                together.Clear();
                size = 0;
            }

            together.Add(action);
            size += bytes;
        }

        if (together.Count > 0)
        {
            await _audience.SubmitTransactionAsync(together, cancellationToken);
        }
    }
}

/// <summary>A bucket as it is stored.</summary>
/// <param name="Customers">Its customers.</param>
/// <param name="ETag">Its version.</param>
internal sealed record StoredBucket(List<AudienceCustomer> Customers, ETag ETag);
