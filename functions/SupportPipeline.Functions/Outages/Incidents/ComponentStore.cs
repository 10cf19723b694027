using System.Text.Json;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>The components, one partition: how each works when no open incident touches it, and since when.</summary>
public sealed class ComponentStore(TableServiceClient tables)
{
    private const string Partition = "components";

    /// <summary>The platform's limit of one transaction.</summary>
    private const int Together = 100;

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <summary>All of them.</summary>
    internal async Task<IReadOnlyList<StoredComponent>> AllAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var found = new List<StoredComponent>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            // A row without names was left by an incident that ended while somebody took the component away.
            if (row.GetString("Names") is not null)
            {
                found.Add(Read(row));
            }
        }

        return found;
    }

    /// <summary>Writes and removes components; the same again changes nothing.</summary>
    internal Task SaveAsync(IEnumerable<StoredComponent> kept, IEnumerable<string> removed, CancellationToken cancellationToken) =>
        SubmitAsync(
            [
                .. kept.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Write(one))),
                .. removed.Select(id => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(Partition, id),
                    Azure.ETag.All
                )),
            ],
            cancellationToken
        );

    /// <summary>Notes how components work from a moment on, when no open incident touches them.</summary>
    internal Task LeaveAsync(IEnumerable<LeftComponent> left, DateTimeOffset at, CancellationToken cancellationToken) =>
        SubmitAsync(
            [
                .. left.Select(one => new TableTransactionAction(
                    TableTransactionActionType.UpsertMerge,
                    new TableEntity(Partition, one.ComponentId)
                    {
                        ["State"] = KebabCase.NameOf(one.State),
                        ["OwnSince"] = at,
                        ["UpdatedAt"] = at,
                    }
                )),
            ],
            cancellationToken
        );

    private async Task SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var chunk in actions.Chunk(Together))
        {
            await _rows.SubmitTransactionAsync(chunk, cancellationToken);
        }
    }

    private static TableEntity Write(StoredComponent stored)
    {
        var its = stored.Component;
        var row = new TableEntity(Partition, its.Id)
        {
            ["Names"] = IncidentRows.Json(its.Names),
            ["Position"] = its.Position,
            ["Description"] = its.Description,
            ["Terms"] = JsonSerializer.Serialize(its.Terms, IncidentRowsJson.Default.IReadOnlyListString),
            ["CreatedAt"] = its.CreatedAt,
            ["UpdatedAt"] = its.UpdatedAt,
        };
        if (stored.IsStateSet)
        {
            row["State"] = KebabCase.NameOf(its.State);
            row["OwnSince"] = stored.OwnSince;
        }

        return row;
    }

    private static StoredComponent Read(TableEntity row) =>
        new(
            new()
            {
                Id = row.RowKey,
                Names = IncidentRows.Texts(row.GetString("Names")),
                Position = row.GetInt32("Position") ?? 0,
                Description = row.GetString("Description"),
                Terms = row.GetString("Terms") is { } terms
                    ? JsonSerializer.Deserialize(terms, IncidentRowsJson.Default.IReadOnlyListString) ?? []
                    : [],
                State = KebabCase.TryValueOf<ComponentState>(row.GetString("State"), out var state) ? state : ComponentState.Operational,
                CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
                UpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
            },
            row.GetDateTimeOffset("OwnSince") ?? default
        );
}
