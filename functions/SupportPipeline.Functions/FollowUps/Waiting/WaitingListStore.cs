using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Waiting;

/// <summary>Who waits for what: one partition per item (<c>wait|key</c>), and one row per item in <c>waits</c> so that the lists can be listed.</summary>
public sealed class WaitingListStore(TableServiceClient tables)
{
    private const string ItemsPartition = "waits";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.FollowUpsTable);

    /// <summary>Puts a case on the list; once more changes nothing.</summary>
    internal async Task JoinAsync(WaitingItem item, TimeOrderedId caseId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _rows.UpsertEntityAsync(
            new TableEntity(ItemsPartition, item.Key) { ["Name"] = item.Name },
            TableUpdateMode.Merge,
            cancellationToken
        );
        try
        {
            await _rows.AddEntityAsync(new TableEntity(Partition(item.Key), caseId.Value) { ["JoinedAt"] = at }, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // On the list already, at its own place.
        }
    }

    /// <summary>Takes a case off the list.</summary>
    internal Task LeaveAsync(WaitingItem item, TimeOrderedId caseId, CancellationToken cancellationToken) =>
        _rows.DeleteEntityAsync(Partition(item.Key), caseId.Value, ETag.All, cancellationToken);

    /// <summary>The first who wait, longest first: a case's id begins with its time.</summary>
    internal async Task<IReadOnlyList<Waiter>> WaitersAsync(WaitingItem item, int limit, CancellationToken cancellationToken)
    {
        var partition = Partition(item.Key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        var found = new List<Waiter>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            found.Add(new(TimeOrderedId.Parse(row.RowKey), row.GetDateTimeOffset("JoinedAt") ?? default));
            if (found.Count == limit)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>An item by its name; its own spelling when it is known.</summary>
    internal async Task<WaitingItem?> FindAsync(WaitingItem item, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(ItemsPartition, item.Key, cancellationToken: cancellationToken);
        return found.HasValue ? item with { Name = found.Value!.GetString("Name") ?? item.Name } : null;
    }

    /// <summary>Every item that anybody ever waited for.</summary>
    internal async IAsyncEnumerable<WaitingItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ItemsPartition}");
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return new(row.RowKey, row.GetString("Name") ?? "");
        }
    }

    private static string Partition(string key) => "wait|" + key;
}

/// <summary>Something customers wait for.</summary>
/// <param name="Key">Safe in storage keys and the same for every spelling that differs in case and spaces only.</param>
/// <param name="Name">As people wrote it.</param>
internal sealed record WaitingItem(string Key, string Name)
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>An item by its name; null when the name is blank or too long.</summary>
    public static WaitingItem? Of(string? name)
    {
        var clean = StoredText.CleanLine(name ?? "", MaxNameLength + 1);
        return clean.Length is 0 or > MaxNameLength ? null : new(StableHash.Of(clean.ToLowerInvariant()), clean);
    }
}

/// <summary>A case on a waiting list.</summary>
internal sealed record Waiter(TimeOrderedId CaseId, DateTimeOffset JoinedAt);
