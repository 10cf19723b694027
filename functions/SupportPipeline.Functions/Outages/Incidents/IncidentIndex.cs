using System.Globalization;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// Which incidents there are: <c>open</c> holds the open ones, <c>month|yyyyMM</c> those that began in a month, newest first, and <c>months</c> the months.
/// A row is written before what it leads to, so a crash in between leaves a row that leads nowhere, never an incident that nothing leads to; readers look
/// at the incident itself and pass over rows it does not agree with.
/// </summary>
public sealed class IncidentIndex(TableServiceClient tables, TimeProvider clock)
{
    private const string OpenPartition = "open";
    private const string MonthsPartition = "months";

    /// <summary>Rows that lead nowhere are left alone for so long: whoever wrote one has either finished or died by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <summary>Before an incident is opened, or opened again.</summary>
    internal Task OpenedAsync(string incidentId, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity(OpenPartition, incidentId) { ["WrittenAt"] = clock.GetUtcNow() },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Before an incident begins at a time.</summary>
    internal async Task BegunAsync(string incidentId, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var place = IncidentPlace.Of(incidentId, startedAt);
        await _rows.UpsertEntityAsync(new TableEntity(MonthsPartition, place.Month), TableUpdateMode.Replace, cancellationToken);
        await _rows.UpsertEntityAsync(new TableEntity(place.Partition, place.RowKey), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The incidents that may be open, oldest first.</summary>
    internal async Task<IReadOnlyList<OpenRow>> OpenAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {OpenPartition}");
        var found = new List<OpenRow>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new(row.RowKey, row.GetDateTimeOffset("WrittenAt") ?? default, row.ETag));
        }

        return found;
    }

    /// <summary>
    /// Takes out an incident that is not open. A row that was written a short while ago stays: its incident may be about to be opened again, and is taken
    /// out by a later look. One that was written anew in between stays too, because its ETag is another.
    /// </summary>
    internal async Task RemoveAsync(OpenRow row, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - row.WrittenAt < Grace)
        {
            return;
        }

        try
        {
            await _rows.DeleteEntityAsync(OpenPartition, row.IncidentId, row.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // Gone, or opened again.
        }
    }

    /// <summary>Places in the history, newest first, from behind a place to a moment.</summary>
    internal async IAsyncEnumerable<IncidentPlace> PlacesAsync(
        IncidentPlace? after,
        DateTimeOffset since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var first = IncidentPlace.MonthOf(since);
        foreach (var month in await MonthsAsync(first, after?.Month, cancellationToken))
        {
            var partition = IncidentPlace.PartitionOf(month);
            var from = after?.Month == month ? after.RowKey : "";
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from}");
            await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                var place = new IncidentPlace(month, row.RowKey);
                if (place.StartedAt < since)
                {
                    yield break;
                }

                yield return place;
            }
        }
    }

    private async Task<IReadOnlyList<string>> MonthsAsync(string from, string? until, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {MonthsPartition} and RowKey ge {from} and RowKey le {until ?? "999912"}"
        );
        var months = new List<string>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            months.Add(row.RowKey);
        }

        return [.. months.OrderDescending(StringComparer.Ordinal)];
    }
}

/// <summary>A row of the index of open incidents.</summary>
internal sealed record OpenRow(string IncidentId, DateTimeOffset WrittenAt, ETag ETag);

/// <summary>A place in the history.</summary>
/// <param name="Month">The month, <c>yyyyMM</c> in UTC.</param>
/// <param name="RowKey">Inverted time and id: newest first.</param>
internal sealed record IncidentPlace(string Month, string RowKey)
{
    private const int TicksLength = 19;

    /// <summary>The incident.</summary>
    public string IncidentId => RowKey[(TicksLength + 1)..];

    /// <summary>The partition of the month.</summary>
    public string Partition => PartitionOf(Month);

    /// <summary>When the incident began, according to the row.</summary>
    public DateTimeOffset StartedAt =>
        new(DateTimeOffset.MaxValue.Ticks - long.Parse(RowKey.AsSpan(0, TicksLength), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The place of an incident.</summary>
    public static IncidentPlace Of(string incidentId, DateTimeOffset startedAt) =>
        new(
            MonthOf(startedAt),
            string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.Ticks - startedAt.UtcTicks:D19}|{incidentId}")
        );

    /// <summary>The partition of a month.</summary>
    public static string PartitionOf(string month) => "month|" + month;

    /// <summary>The month of a moment.</summary>
    public static string MonthOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The cursor behind which a page goes on.</summary>
    public string Cursor => RowKey.Replace('|', '.');

    /// <summary>Reads a cursor.</summary>
    public static IncidentPlace? Parse(string cursor) =>
        cursor.Length == TicksLength + 1 + TimeOrderedId.Length
        && cursor[TicksLength] == '.'
        && long.TryParse(cursor.AsSpan(0, TicksLength), NumberStyles.None, CultureInfo.InvariantCulture, out var inverted)
        && inverted <= DateTimeOffset.MaxValue.Ticks
        && TimeOrderedId.TryParse(cursor[(TicksLength + 1)..], out var id)
            ? Of(id.Value, new DateTimeOffset(DateTimeOffset.MaxValue.Ticks - inverted, TimeSpan.Zero))
            : null;
}
