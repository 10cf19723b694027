using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The index partitions: the open cases of a team, most urgent and newest first, and the way from a case number to its case.
/// They are written after the commit and can always be written again from the snapshot.
/// </summary>
public sealed class CaseViewStore(TableServiceClient tables, CaseStore cases, IOptions<CasesOptions> options)
{
    private static readonly int[] Urgencies = [1, 2, 3, 4];

    private readonly TableClient _views = tables.GetTableClient(StorageNames.CaseViewsTable);
    private readonly GroupCommit _writes = new(
        tables.GetTableClient(StorageNames.CaseViewsTable),
        TimeSpan.FromMilliseconds(options.Value.ViewLingerMilliseconds)
    );

    /// <summary>Brings the rows of a case up to date: the number row when the case was just opened, and the rows of lists go that the case has left or moved in.</summary>
    internal async Task UpdateAsync(CaseSnapshot snapshot, CaseSnapshot? before, CancellationToken cancellationToken)
    {
        await WriteAsync(snapshot, before is null, before is null ? [] : ListRows(before), cancellationToken);

        // Two who change a case one after the other may write its rows the other way round. So whoever changed it looks whether the rows just written are
        // still the truth; the opening message too, because the same customer's next mail may have joined the case before its first rows stood.
        while (await cases.LoadAsync(snapshot.Id, cancellationToken) is { Case: var current } && current.Version != snapshot.Version)
        {
            await WriteAsync(current, isNew: false, ListRows(snapshot), cancellationToken);
            (snapshot, before) = (current, snapshot);
        }
    }

    /// <summary>
    /// Brings the rows up to date without knowing how the case stood before: for a message that comes again after its process died, whose rows may be
    /// missing, or stand where the case has long left. Rows of the case's team at every urgency are looked for. They are not where the cause made the
    /// latest version, the case's first row, which is written last, says that all was done, and the row of its number is there, which only the opening
    /// message writes: two reads. What made an earlier version may have died just after it wrote its rows behind those of a later one.
    /// </summary>
    /// <param name="snapshot">The case as it stands.</param>
    /// <param name="madeVersion">The version of the case that the cause made; null when that is not known.</param>
    /// <param name="cancellationToken">Stops between two rows; the cause comes again.</param>
    internal async Task RepairAsync(CaseSnapshot snapshot, int? madeVersion, CancellationToken cancellationToken)
    {
        if (madeVersion == snapshot.Version && await IsDoneAsync(snapshot, cancellationToken))
        {
            return;
        }

        var possible =
            from view in Enum.GetValues<CaseView>()
            where view is not (CaseView.Mine or CaseView.Incident)
            from urgency in Urgencies
            select ListRow(view, snapshot.Team, snapshot with { Urgency = urgency });
        await WriteAsync(snapshot, isNew: true, possible, cancellationToken);
        await UpdateAsync(snapshot, snapshot, cancellationToken);
    }

    private async Task WriteAsync(CaseSnapshot snapshot, bool isNew, IEnumerable<TableEntity> before, CancellationToken cancellationToken)
    {
        var rows = ListRows(snapshot).ToList();
        var left = before.Where(old => !rows.Exists(row => row.PartitionKey == old.PartitionKey && row.RowKey == old.RowKey)).ToList();
        var isMoving = left.Count > 0 && rows.Count > 0;
        if (isMoving)
        {
            rows[0]["IsMoving"] = true;
        }

        // The first row last: it says that the others were written.
        var others = rows.Skip(1).Select(row => _writes.UpsertAsync(row, cancellationToken));
        await Task.WhenAll(isNew ? others.Append(_writes.UpsertAsync(NumberRow(snapshot), cancellationToken)) : others);
        if (rows.Count > 0)
        {
            await _writes.UpsertAsync(rows[0], cancellationToken);
        }

        // Only now, so that the case never disappears from a list in between.
        foreach (var old in left)
        {
            await _views.DeleteEntityAsync(old.PartitionKey, old.RowKey, ETag.All, cancellationToken);
        }

        if (isMoving)
        {
            rows[0].Remove("IsMoving");
            await _writes.UpsertAsync(rows[0], cancellationToken);
        }
    }

    /// <summary>
    /// Whether the rows were written for this version of the case or a newer one, those it has left are gone, and the case is found by its number: a newer
    /// version may have been listed while the opening message was cut off before it got so far.
    /// </summary>
    private async Task<bool> IsDoneAsync(CaseSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (ListRows(snapshot).FirstOrDefault() is not { } first)
        {
            return false;
        }

        var found = _views.GetEntityIfExistsAsync<TableEntity>(first.PartitionKey, first.RowKey, cancellationToken: cancellationToken);
        var number = FindByNumberAsync(snapshot.Number, cancellationToken);
        return await found is { HasValue: true, Value: { } row }
            && row.GetInt32("Version") >= snapshot.Version
            && row.GetBoolean("IsMoving") is null
            && await number == snapshot.Id;
    }

    /// <summary>The case with a number; null when there is none.</summary>
    internal async Task<TimeOrderedId?> FindByNumberAsync(CaseNumber number, CancellationToken cancellationToken)
    {
        var found = await _views.GetEntityIfExistsAsync<TableEntity>(
            NumberPartition(number),
            number.Digits,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? TimeOrderedId.Parse(found.Value!.GetString("CaseId")) : null;
    }

    /// <summary>A page of a list.</summary>
    /// <param name="view">Which list.</param>
    /// <param name="of">Whose: the team, or the agent of <see cref="CaseView.Mine"/>.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="after">The row key the page before ended with.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The rows and, when there may be more, the row key to go on after.</returns>
    internal async Task<(IReadOnlyList<CaseListItem> Items, string? Next)> ListAsync(
        CaseView view,
        string of,
        int limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var pages = await Task.WhenAll(
            Enumerable
                .Range(0, options.Value.ViewShards)
                .Select(shard => ReadShardAsync(ListPartition(view, of, shard), limit + 1, after, cancellationToken))
        );
        var rows = pages.SelectMany(page => page).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(limit + 1).ToList();
        var items = rows.Take(limit).Select(ToItem).ToList();
        return (items, rows.Count > limit ? rows[limit - 1].RowKey : null);
    }

    private async Task<List<TableEntity>> ReadShardAsync(string partition, int limit, string? after, CancellationToken cancellationToken)
    {
        var filter = after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}");
        var rows = new List<TableEntity>(limit);
        await foreach (var row in _views.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == limit)
            {
                break;
            }
        }

        return rows;
    }

    private IEnumerable<TableEntity> ListRows(CaseSnapshot snapshot) =>
        CaseViews.Of(snapshot).Select(listed => ListRow(listed.View, listed.Of, snapshot));

    private TableEntity ListRow(CaseView view, string of, CaseSnapshot snapshot)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Urgency}|{DateTimeOffset.MaxValue.Ticks - snapshot.OpenedAt.UtcTicks:D19}|{snapshot.Id}"
        );
        return new(ListPartition(view, of, snapshot.Id.Value[^1] % options.Value.ViewShards), key)
        {
            ["Number"] = snapshot.Number.Digits,
            ["Subject"] = snapshot.Subject,
            ["State"] = snapshot.State.ToString(),
            ["HeldReason"] = snapshot.HeldReason,
            ["EscalatedTo"] = snapshot.EscalatedTo,
            ["Assignee"] = snapshot.Assignee,
            ["Language"] = snapshot.Language,
            ["CustomerName"] = snapshot.CustomerName,
            ["CustomerAddress"] = snapshot.CustomerAddress,
            ["LastMessageAt"] = snapshot.LastMessageAt,
            ["MessageCount"] = snapshot.MessageCount,
            ["Version"] = snapshot.Version,
        };
    }

    private static TableEntity NumberRow(CaseSnapshot snapshot) =>
        new(NumberPartition(snapshot.Number), snapshot.Number.Digits) { ["CaseId"] = snapshot.Id.Value };

    private static CaseListItem ToItem(TableEntity row)
    {
        var parts = row.RowKey.Split('|', 3);
        var id = TimeOrderedId.Parse(parts[2]);
        return new(
            id.Value,
            CaseNumber.TryParse(row.GetString("Number"), out var number) ? number.ToString() : "",
            row.GetString("Subject") ?? "",
            row.GetString("State").ToLowerInvariant(),
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            row.GetString("Language"),
            row.GetString("CustomerName"),
            row.GetString("CustomerAddress"),
            id.CreatedAt,
            row.GetDateTimeOffset("LastMessageAt") ?? default,
            row.GetInt32("MessageCount") ?? 0
        )
        {
            HeldReason = row.GetString("HeldReason"),
            EscalatedTo = row.GetString("EscalatedTo"),
            Assignee = row.GetString("Assignee"),
        };
    }

    /// <summary>Names of agents become hashes: what people are called has no place in a key.</summary>
    private static string ListPartition(CaseView view, string of, int shard) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{KebabCase.NameOf(view)}|{(view == CaseView.Mine ? StableHash.Of("agent:" + of) : of)}|{shard:D2}"
        );

    private static string NumberPartition(CaseNumber number) => "number|" + number.Sequence / 1000;
}
