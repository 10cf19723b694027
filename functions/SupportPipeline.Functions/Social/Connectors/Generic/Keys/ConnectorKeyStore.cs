using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>Keeps connector keys: one partition of the table of connectors, one row for each key.</summary>
public sealed class ConnectorKeyStore(TableServiceClient tables)
{
    private const string Partition = "keys";
    private const string Day = "yyyy-MM-dd";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.ConnectorsTable);

    /// <summary>All keys, the oldest first.</summary>
    internal async Task<IReadOnlyList<ConnectorKey>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = new List<ConnectorKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            keys.Add(Read(row));
        }

        return keys;
    }

    /// <summary>Keeps a new key.</summary>
    internal Task AddAsync(ConnectorKey key, CancellationToken cancellationToken) =>
        _rows.AddEntityAsync(
            new TableEntity(Partition, key.Id)
            {
                ["Name"] = key.Name,
                ["Hash"] = key.Hash.ToArray(),
                ["CreatedAt"] = key.CreatedAt,
                ["CreatedBy"] = key.CreatedBy,
                ["ExpiresAt"] = key.ExpiresAt,
            },
            cancellationToken
        );

    /// <summary>Revokes a key; one that is revoked stays as it is.</summary>
    /// <returns>The key; null when there is none.</returns>
    internal async Task<ConnectorKey?> RevokeAsync(string id, DateTimeOffset at, string by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellationToken);
            if (!found.HasValue || Read(found.Value!) is var key && key.RevokedAt is not null)
            {
                return found.HasValue ? Read(found.Value!) : null;
            }

            try
            {
                var change = new TableEntity(Partition, id) { ["RevokedAt"] = at, ["RevokedBy"] = by };
                await _rows.UpdateEntityAsync(change, found.Value!.ETag, TableUpdateMode.Merge, cancellationToken);
                return key with { RevokedAt = at, RevokedBy = by };
            }
            catch (RequestFailedException exception) when (exception.Status == 412)
            {
                // Its last day was noted meanwhile.
            }
        }
    }

    /// <summary>Notes that a key was used on a day.</summary>
    internal async Task NoteUsedAsync(string id, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            var change = new TableEntity(Partition, id) { ["LastUsedOn"] = day.ToString(Day, CultureInfo.InvariantCulture) };
            await _rows.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // The key is gone.
        }
    }

    private static ConnectorKey Read(TableEntity row) =>
        new(row.RowKey, row.GetString("Name"), row.GetBinary("Hash"), row.GetDateTimeOffset("CreatedAt")!.Value, row.GetString("CreatedBy"))
        {
            ExpiresAt = row.GetDateTimeOffset("ExpiresAt"),
            RevokedAt = row.GetDateTimeOffset("RevokedAt"),
            RevokedBy = row.GetString("RevokedBy"),
            LastUsedOn = row.GetString("LastUsedOn") is { } day ? DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture) : null,
        };
}
