using System.Globalization;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Polling.KnownPosts;

/// <summary>
/// Posts that a polled platform has shown and that are looked at again: <c>known|</c>, the hash of connector and account, <c>|</c>, the hour of the post / hash
/// of the post's id. A post is known before its page is kept, so that none is kept and forgotten.
/// </summary>
public sealed class KnownPostStore(TableServiceClient tables, TimeProvider clock)
{
    private const string Id = "ExternalId";
    private const string Print = "Print";
    private const string Missed = "IsMissed";

    /// <summary>The most rows of a transaction.</summary>
    private const int MaxRows = 100;

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.ConnectorsTable);

    /// <summary>Notes posts as they stand; what is older than the last look is not noted.</summary>
    internal async Task NoteAsync(string connector, string account, IEnumerable<SocialPost> posts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = posts
            .Select(post => (Post: post, At: post.PublishedAt is { } at && at < now ? at : now))
            .Where(one => now - one.At < KnownPostRules.Span)
            .DistinctBy(one => one.Post.ExternalId, StringComparer.Ordinal)
            .Select(one => new TableEntity(PartitionOf(connector, account, one.At), StableHash.Of(one.Post.ExternalId))
            {
                [Id] = one.Post.ExternalId,
                [Print] = KnownPostRules.PrintOf(one.Post),
            });
        foreach (var hour in known.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            await SubmitAsync(
                hour.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken
            );
        }
    }

    /// <summary>Posts of an hour, in the order of their keys.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="account">Our account.</param>
    /// <param name="hour">The hour.</param>
    /// <param name="after">The key of the last one that was read; null for the first.</param>
    /// <param name="limit">The most posts.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<IReadOnlyList<KnownPost>> ReadAsync(
        string connector,
        string account,
        DateTimeOffset hour,
        string? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var partition = PartitionOf(connector, account, hour);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}");
        var known = new List<KnownPost>(limit);
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellationToken))
        {
            known.Add(new(row));
            if (known.Count == limit)
            {
                break;
            }
        }

        return known;
    }

    /// <summary>Stores what a look has shown of posts of one hour.</summary>
    /// <param name="seen">Posts that are there, each with its print; posts that are missing, without.</param>
    /// <param name="forgotten">Posts that are not looked at any more.</param>
    /// <param name="cancellationToken">Stops writing; the look is done again.</param>
    internal Task StoreAsync(
        IEnumerable<(KnownPost Known, string? Print)> seen,
        IEnumerable<KnownPost> forgotten,
        CancellationToken cancellationToken
    ) =>
        SubmitAsync(
            seen.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(one.Known, one.Print)))
                .Concat(forgotten.Select(one => new TableTransactionAction(TableTransactionActionType.Delete, one.Row))),
            cancellationToken
        );

    private async Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var chunk in actions.Chunk(MaxRows))
        {
            await _rows.SubmitTransactionAsync(chunk, cancellationToken);
        }
    }

    private static TableEntity Row(KnownPost known, string? print)
    {
        var row = new TableEntity(known.Row.PartitionKey, known.Row.RowKey) { [Id] = known.ExternalId, [Print] = print ?? known.Print };
        if (print is null)
        {
            row[Missed] = true;
        }

        return row;
    }

    private static string PartitionOf(string connector, string account, DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"known|{StableHash.Of(connector, account)}|{moment.UtcDateTime:yyyyMMddHH}");

    /// <summary>A post that is known.</summary>
    /// <param name="Row">Its row.</param>
    internal sealed record KnownPost(TableEntity Row)
    {
        /// <summary>The post.</summary>
        public string ExternalId => Row.GetString(Id);

        /// <summary>How it stood when it was seen last.</summary>
        public string Print => Row.GetString(KnownPostStore.Print);

        /// <summary>Whether the last look did not find it.</summary>
        public bool IsMissed => Row.GetBoolean(Missed) == true;

        /// <summary>Where a reading goes on.</summary>
        public string Key => Row.RowKey;
    }
}
