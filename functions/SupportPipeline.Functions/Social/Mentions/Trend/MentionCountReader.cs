using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>Reads the counts of quarters of an hour: of a day at most 96 rows with one operation, however many mentions they count.</summary>
public sealed class MentionCountReader(TableServiceClient tables)
{
    private const int AtOnce = 8;

    private readonly TableClient _mentions = tables.GetTableClient(StorageNames.MentionsTable);

    /// <summary>The counts of a brand, oldest first; a quarter of an hour without mentions is not there.</summary>
    /// <param name="brand">Whose.</param>
    /// <param name="from">Quarters of an hour that begin at this moment or later.</param>
    /// <param name="to">And before this one.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    internal async Task<IReadOnlyList<SlotCounts>> ReadAsync(
        string brand,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var first = DayOf(from);
        var days = from < to ? DayOf(to.AddTicks(-1)).DayNumber - first.DayNumber + 1 : 0;
        var found = new List<SlotCounts>[days];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, days),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (day, cancellation) => found[day] = await OfDayAsync(brand, first.AddDays(day), cancellation)
        );
        return [.. found.SelectMany(day => day).Where(slot => slot.At >= from && slot.At < to)];
    }

    private async Task<List<SlotCounts>> OfDayAsync(string brand, DateOnly day, CancellationToken cancellationToken)
    {
        var (midnight, partition) = (new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), MentionId.PartitionOf(brand, day));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {MentionRows.Count} and RowKey lt {MentionRows.Count[..^1] + "}"}"
        );
        var found = new List<SlotCounts>();
        await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new(midnight + (MentionCountRows.SlotOf(row) * MentionCountRows.Slot), MentionCountRows.ToCounts(row)));
        }

        return found;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>What was counted of a quarter of an hour.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Counts">What was counted.</param>
internal sealed record SlotCounts(DateTimeOffset At, MentionCounts Counts);
