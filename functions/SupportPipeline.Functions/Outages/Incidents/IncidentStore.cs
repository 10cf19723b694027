using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>The incidents. Everything about one is one partition, so that an update and what it changes are one entity-group transaction.</summary>
public sealed class IncidentStore(TableServiceClient tables, IncidentIndex index, ComponentStore components) : IIncidentReader
{
    private const int AtOnce = 8;

    private readonly TableClient _incidents = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <inheritdoc/>
    async Task<Incident?> IIncidentReader.FindAsync(string incidentId, CancellationToken cancellationToken) =>
        (await LoadAsync(incidentId, cancellationToken))?.Incident;

    /// <inheritdoc/>
    async Task<IReadOnlyList<Incident>> IIncidentReader.OpenAsync(CancellationToken cancellationToken) =>
        [.. (await OpenAsync(cancellationToken)).Select(stored => stored.Incident)];

    /// <inheritdoc/>
    async Task<IReadOnlyList<Incident>> IIncidentReader.SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var found = new List<Incident>();
        await foreach (var stored in HistoryAsync(null, since, cancellationToken))
        {
            if (found.Count == limit)
            {
                break;
            }

            found.Add(stored.Incident);
        }

        return found;
    }

    /// <inheritdoc/>
    async Task<IReadOnlyList<Component>> IIncidentReader.ComponentsAsync(CancellationToken cancellationToken) =>
        ComponentStates.Seen(await SituationAsync(cancellationToken));

    /// <summary>An incident with its entries; null when there is none.</summary>
    internal async Task<StoredIncident?> LoadAsync(string incidentId, CancellationToken cancellationToken)
    {
        if (!TimeOrderedId.TryParse(incidentId, out var id))
        {
            return null;
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}");
        var rows = new List<TableEntity>();
        await foreach (var row in _incidents.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return IncidentRows.ToIncident(rows);
    }

    /// <summary>Every open one, oldest first.</summary>
    internal async Task<IReadOnlyList<StoredIncident>> OpenAsync(CancellationToken cancellationToken) =>
        [
            .. (await IndexedAsync(cancellationToken))
                .Select(one => one.Stored)
                .Where(stored => stored is { Incident.IsOpen: true })
                .Select(stored => stored!),
        ];

    /// <summary>What the index of open ones leads to, also where that is nothing or over.</summary>
    internal async Task<IReadOnlyList<(OpenRow Row, StoredIncident? Stored)>> IndexedAsync(CancellationToken cancellationToken)
    {
        var rows = await index.OpenAsync(cancellationToken);
        var found = new (OpenRow Row, StoredIncident? Stored)[rows.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (place, cancellation) => found[place] = (rows[place], await LoadAsync(rows[place].IncidentId, cancellation))
        );
        return found;
    }

    /// <summary>Components and open incidents, for a decision.</summary>
    internal async Task<IncidentSituation> SituationAsync(CancellationToken cancellationToken)
    {
        var all = await components.AllAsync(cancellationToken);
        var open = await OpenAsync(cancellationToken);
        return new(all, [.. open.Select(stored => stored.Incident)]);
    }

    /// <summary>Incidents by when they began, newest first, from behind a place to a moment.</summary>
    internal async IAsyncEnumerable<StoredIncident> HistoryAsync(
        IncidentPlace? after,
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var place in index.PlacesAsync(after, since, cancellationToken))
        {
            // A row that was written for a change that never came, or for a time that was moved, is not where the incident says it is.
            if (
                await LoadAsync(place.IncidentId, cancellationToken) is { } stored
                && IncidentPlace.Of(stored.Incident.Id, stored.Incident.StartedAt) == place
            )
            {
                yield return stored;
            }
        }
    }

    /// <summary>Stores a change as a whole: what leads to the incident first, then incident and entries in one transaction.</summary>
    /// <returns>The incident as it stands now; null when somebody else was faster: load and decide again.</returns>
    internal async Task<StoredIncident?> SaveAsync(IncidentChange change, CancellationToken cancellationToken)
    {
        var (before, after) = (change.Before?.Incident, change.After);
        if (after.IsOpen && before is not { IsOpen: true })
        {
            await index.OpenedAsync(after.Id, cancellationToken);
        }

        if (before?.StartedAt != after.StartedAt)
        {
            await index.BegunAsync(after.Id, after.StartedAt, cancellationToken);
        }

        if (change.Left.Count > 0)
        {
            await components.LeaveAsync(change.Left, after.UpdatedAt, cancellationToken);
        }

        return await CommitAsync(change, cancellationToken);
    }

    private async Task<StoredIncident?> CommitAsync(IncidentChange change, CancellationToken cancellationToken)
    {
        var after = change.After;
        var row = IncidentRows.FromIncident(after, change.Draft);
        var actions = new List<TableTransactionAction>
        {
            change.Before is { } before
                ? new(TableTransactionActionType.UpdateReplace, row, before.ETag)
                : new(TableTransactionActionType.Add, row),
        };
        actions.AddRange(
            change.Added.Select(update => new TableTransactionAction(
                TableTransactionActionType.Add,
                IncidentRows.FromUpdate(after.Id, update)
            ))
        );
        try
        {
            var responses = (await _incidents.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new(after, responses[0].Headers.ETag!.Value) { Draft = change.Draft };
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return null;
        }
    }
}
