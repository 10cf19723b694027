using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Which cases something happened in on each day (UTC): what reports are counted from. Rows are only ever repeated, so nothing counts twice.</summary>
public sealed class CaseDays(TableServiceClient tables, CaseStore cases, IOptions<CasesOptions> options, TimeProvider clock)
{
    private readonly TableClient _views = tables.GetTableClient(StorageNames.CaseViewsTable);
    private readonly GroupCommit _writes = new(
        tables.GetTableClient(StorageNames.CaseViewsTable),
        TimeSpan.FromMilliseconds(options.Value.ViewLingerMilliseconds)
    );

    /// <summary>Notes that something happened now, and when the message that did it was received.</summary>
    internal Task NoteAsync(CaseSnapshot snapshot, CancellationToken cancellationToken)
    {
        var (today, then) = (Day(clock.GetUtcNow()), Day(snapshot.LastMessageAt));
        var noted = _writes.UpsertAsync(Row(snapshot, today), cancellationToken);
        return then == today ? noted : Task.WhenAll(noted, _writes.UpsertAsync(Row(snapshot, then), cancellationToken));
    }

    /// <summary>The cases something happened in on the days that a span of time touches; each once.</summary>
    internal async IAsyncEnumerable<TimeOrderedId> ReadAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (first, last) = ("day|" + Day(from), "day|" + Day(until.AddTicks(-1)) + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}");
        var seen = new HashSet<TimeOrderedId>();
        await foreach (var row in _views.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (TimeOrderedId.TryParse(row.RowKey, out var caseId) && seen.Add(caseId))
            {
                yield return caseId;
            }
        }
    }

    /// <summary>The history of one of them; null when it has gone.</summary>
    internal Task<CaseHistory?> HistoryAsync(TimeOrderedId caseId, CancellationToken cancellationToken) =>
        cases.LoadHistoryAsync(caseId, cancellationToken);

    private TableEntity Row(CaseSnapshot snapshot, string day) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"day|{day}|{snapshot.Id.Value[^1] % options.Value.ViewShards:D2}"),
            snapshot.Id.Value
        );

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
