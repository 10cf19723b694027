using System.Globalization;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Mentions.Desk;

namespace SupportPipeline.Social.Mentions;

/// <summary>
/// The stream of mentions without their copies, newest first, page by page. A page is read day by day backwards, and of each day no more rows than the
/// page holds and one: what it costs does not grow with what is stored. A page ends at a mention, so new ones neither repeat nor hide older ones.
/// </summary>
public sealed class MentionPages(TableServiceClient tables, SocialBrands brands, TimeProvider clock)
{
    /// <summary>So many days are looked through for one page; then the answer is what was found, and how to go on.</summary>
    internal const int MaxDays = 31;

    /// <summary>After so many days it is worth asking where the stream begins.</summary>
    private const int DaysBeforeAsking = 2;

    private readonly TableClient _mentions = tables.GetTableClient(StorageNames.MentionsTable);

    /// <summary>A page.</summary>
    /// <param name="filter">Which mentions.</param>
    /// <param name="before">Only what is older; null to begin with the newest.</param>
    /// <param name="limit">So many at most.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    internal async Task<MentionPage> ReadAsync(MentionFilter filter, TimeOrderedId? before, int limit, CancellationToken cancellationToken)
    {
        string[] names = filter.Brand is { } only ? [only] : [.. brands.Names];
        var until = Earliest(before, filter.To is { } to ? TimeOrderedId.Create(to, new byte[10]) : null);
        var newest = DayOf(until?.CreatedAt ?? clock.GetUtcNow());
        var oldest = filter.From is { } from ? DayOf(from) : DateOnly.MinValue;
        var found = new List<StoredMention>();
        for (var (day, days) = (newest, 0); day >= oldest; day = day.AddDays(-1), days++)
        {
            if (days == MaxDays)
            {
                return new(found, StartOf(day.AddDays(1)));
            }

            if (days == DaysBeforeAsking)
            {
                var begins = await BeginsAsync(names, day, cancellationToken);
                if (begins is null || begins > day)
                {
                    break;
                }

                oldest = begins > oldest ? begins.Value : oldest;
            }

            var ofDay = names.Select(name => OfDayAsync(name, day, filter, until, limit + 1 - found.Count, cancellationToken));
            found.AddRange((await Task.WhenAll(ofDay)).SelectMany(rows => rows).OrderByDescending(row => row.Mention.Id.Order));
            if (found.Count > limit)
            {
                return new(found[..limit], found[limit - 1].Mention.Id.Order);
            }
        }

        return new(found, null);
    }

    /// <summary>The copies that were found of a mention that day, newest first.</summary>
    internal async Task<IReadOnlyList<StoredMention>> CopiesAsync(Mention first, int limit, CancellationToken cancellationToken)
    {
        if (first.Copies == 0)
        {
            return [];
        }

        var filter = InRange(first.Id.Partition, MentionRows.Copy, null) + TableClient.CreateQueryFilter($" and Group eq {first.Group}");
        return await TakeAsync(filter, limit, cancellationToken);
    }

    /// <summary>What else an author said that day, newest first.</summary>
    internal async Task<IReadOnlyList<StoredMention>> OfAuthorAsync(Mention mention, int limit, CancellationToken cancellationToken)
    {
        var filter =
            InRange(mention.Id.Partition, MentionRows.First, null)
            + TableClient.CreateQueryFilter($" and Author eq {mention.Post.Author.Id}");
        var found = await TakeAsync(filter, limit + 1, cancellationToken);
        return
        [
            .. found.Where(other => other.Mention.Id != mention.Id && other.Mention.Post.Platform == mention.Post.Platform).Take(limit),
        ];
    }

    private Task<List<StoredMention>> OfDayAsync(
        string brand,
        DateOnly day,
        MentionFilter filter,
        TimeOrderedId? until,
        int count,
        CancellationToken cancellationToken
    )
    {
        var range = InRange(MentionId.PartitionOf(brand, day), MentionRows.First, until is { } before ? MentionId.Invert(before) : null);
        if (filter.From is { } from)
        {
            range += TableClient.CreateQueryFilter(
                $" and RowKey le {MentionRows.First + MentionId.Invert(TimeOrderedId.Create(from, new byte[10]))}"
            );
        }

        return TakeAsync(range + filter.Conditions(), count, cancellationToken);
    }

    private async Task<List<StoredMention>> TakeAsync(string filter, int count, CancellationToken cancellationToken)
    {
        var found = new List<StoredMention>();
        await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, count, cancellationToken: cancellationToken))
        {
            found.Add(MentionRows.ToMention(row));
            if (found.Count == count)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The first day of any of the brands, up to a day; null when there is none.</summary>
    private async Task<DateOnly?> BeginsAsync(IEnumerable<string> names, DateOnly day, CancellationToken cancellationToken)
    {
        DateOnly? begins = null;
        foreach (var name in names)
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {MentionId.PartitionOf(name, DateOnly.MinValue)} and PartitionKey le {MentionId.PartitionOf(name, day)}"
            );
            await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, 1, ["PartitionKey"], cancellationToken))
            {
                var first = DateOnly.ParseExact(row.PartitionKey.AsSpan(name.Length + 1), "yyyyMMdd", CultureInfo.InvariantCulture);
                begins = begins < first ? begins : first;
                break;
            }
        }

        return begins;
    }

    /// <summary>The rows of a kind; only those behind a key when one is given.</summary>
    private static string InRange(string partition, string kind, string? after) =>
        after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {kind} and RowKey lt {kind[..^1] + "}"}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {kind + after} and RowKey lt {kind[..^1] + "}"}");

    private static TimeOrderedId? Earliest(TimeOrderedId? one, TimeOrderedId? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>What is older than this was made before the day.</summary>
    private static TimeOrderedId StartOf(DateOnly day) => TimeOrderedId.Create(new(day, TimeOnly.MinValue, TimeSpan.Zero), new byte[10]);
}

/// <summary>A page of the stream.</summary>
/// <param name="Mentions">Newest first.</param>
/// <param name="Next">Go on with what is older than this; null when there is nothing.</param>
internal sealed record MentionPage(IReadOnlyList<StoredMention> Mentions, TimeOrderedId? Next);
