using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Which incident a request made: the first one that brings a key gives the id, and every other one with it gets the same.</summary>
public sealed class IncidentKeys(TableServiceClient tables, IdSource ids)
{
    private const string RowKey = "request";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <summary>An id nobody has yet.</summary>
    internal string NewId() => ids.Next().Value;

    /// <summary>What a key stands for; null when it is new.</summary>
    internal async Task<ClaimedKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Partition(key), RowKey, cancellationToken: cancellationToken);
        return found.HasValue ? new(found.Value!.GetString("IncidentId") ?? "", found.Value.GetString("Hash") ?? "") : null;
    }

    /// <summary>Gives a key an id, unless it has one.</summary>
    internal async Task<ClaimedKey> ClaimAsync(string key, ClaimedKey wanted, CancellationToken cancellationToken)
    {
        try
        {
            await _rows.AddEntityAsync(
                new TableEntity(Partition(key), RowKey) { ["IncidentId"] = wanted.IncidentId, ["Hash"] = wanted.Hash },
                cancellationToken
            );
            return wanted;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Taken, perhaps by ourselves: the storage client repeats an insert whose answer got lost.
        }

        return await FindAsync(key, cancellationToken) ?? throw new InvalidOperationException("A key that was taken is gone.");
    }

    private static string Partition(string key) => "request|" + key;
}

/// <summary>What a key stands for.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Hash">What was asked.</param>
internal sealed record ClaimedKey(string IncidentId, string Hash);
