using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.OptOuts;

/// <summary>
/// Who wants no notices: <c>optout|shard</c> / hash says what holds now, <c>optout-day|yyyyMMdd</c> / ticks + hash what was said when. The day's row is
/// written first, so what holds is always in the days too. No address is kept, only its hash.
/// </summary>
public sealed class NoticeOptOutStore(TableServiceClient tables, TimeProvider clock) : INoticeOptOuts
{
    private const string Prefix = "optout|";
    private const string AfterPrefix = "optout}";
    private const string DayPrefix = "optout-day|";

    private readonly TableClient _subscribers = tables.GetTableClient(StorageNames.SubscribersTable);

    /// <inheritdoc/>
    async IAsyncEnumerable<NoticeOptOut> INoticeOptOuts.AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {AfterPrefix}");
        await foreach (var row in _subscribers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToOptOut(row, row.RowKey);
        }
    }

    /// <inheritdoc/>
    async IAsyncEnumerable<NoticeOptOut> INoticeOptOuts.SinceAsync(
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var from = since.ToUniversalTime();
        var (first, last) = (DayPartition(from), DayPartition(clock.GetUtcNow().AddDays(1)));
        // The row key begins with the time, whatever the day.
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last} and RowKey ge {Ticks(from)}");
        await foreach (var row in _subscribers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToOptOut(row, row.RowKey[20..]);
        }
    }

    /// <summary>What an address does not want; null when it wants everything.</summary>
    internal async Task<NoticeOptOut?> FindAsync(string addressHash, CancellationToken cancellationToken)
    {
        var found = await _subscribers.GetEntityIfExistsAsync<TableEntity>(
            Partition(addressHash),
            addressHash,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? ToOptOut(found.Value!, addressHash) : null;
    }

    /// <summary>Notes that an address wants no notices, or none about some components; the same again writes nothing.</summary>
    internal async Task SetAsync(string addressHash, IReadOnlyList<string> components, CancellationToken cancellationToken)
    {
        var sorted = components.Order(StringComparer.Ordinal).ToList();
        if ((await FindAsync(addressHash, cancellationToken))?.Components.SequenceEqual(sorted, StringComparer.Ordinal) == true)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await WriteAsync(new(DayPartition(now), Ticks(now) + "|" + addressHash), sorted, now, cancellationToken);
        await WriteAsync(new(Partition(addressHash), addressHash), sorted, now, cancellationToken);
    }

    /// <summary>Notes that an address wants everything.</summary>
    internal Task RemoveAsync(string addressHash, CancellationToken cancellationToken) =>
        _subscribers.DeleteEntityAsync(Partition(addressHash), addressHash, ETag.All, cancellationToken);

    private Task WriteAsync(TableEntity row, List<string> components, DateTimeOffset at, CancellationToken cancellationToken)
    {
        row["Components"] = string.Join(';', components);
        row["At"] = at;
        return _subscribers.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static NoticeOptOut ToOptOut(TableEntity row, string addressHash) =>
        new(
            addressHash,
            row.GetString("Components").Split(';', StringSplitOptions.RemoveEmptyEntries),
            row.GetDateTimeOffset("At") ?? default
        );

    private static string Partition(string addressHash) => Prefix + addressHash[..1];

    private static string DayPartition(DateTimeOffset at) => DayPrefix + at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
