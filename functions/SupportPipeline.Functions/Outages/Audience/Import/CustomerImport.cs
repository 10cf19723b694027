using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>
/// Imports customers: reads everything first, sorted into groups, then writes what is different. The same import again writes nothing; one that broke off
/// is made whole by sending it again.
/// </summary>
public sealed class CustomerImport(AudienceStore store, ImportLock turn, IdSource ids)
{
    /// <summary>The most rows of one import.</summary>
    public const int MaxRows = 1_000_000;

    /// <summary>The most problems that are told; all are counted.</summary>
    public const int MaxProblems = 1_000;

    private const int MaxTries = 5;

    /// <summary>Imports.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="isComplete">Whether whoever is not among them is to go; nobody goes when a row was rejected or there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What went in; null when another import is at it.</returns>
    internal async Task<ImportSummary?> RunAsync(IAsyncEnumerable<ImportRow> rows, bool isComplete, CancellationToken cancellationToken)
    {
        using var spool = new ImportSpool();
        var (rejected, problems) = await ReadAsync(rows, spool, cancellationToken);
        var owner = ids.Next().Value;
        if (!await turn.TryHoldAsync(owner, cancellationToken))
        {
            return null;
        }

        try
        {
            var totals = await WriteAsync(spool, isComplete && rejected == 0 && spool.Count > 0, owner, cancellationToken);
            return new(spool.Count, spool.Count - totals.Doubles - totals.Changed, totals.Doubles, totals.Removed, rejected, problems);
        }
        finally
        {
            await turn.ReleaseAsync(owner);
        }
    }

    private static async Task<(long Rejected, List<ImportProblem> Problems)> ReadAsync(
        IAsyncEnumerable<ImportRow> rows,
        ImportSpool spool,
        CancellationToken cancellationToken
    )
    {
        var rejected = 0L;
        var problems = new List<ImportProblem>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (spool.Count + rejected == MaxRows)
            {
                throw new ImportFormatException($"An import has at most {MaxRows} rows; nothing of this one went in.");
            }

            if (row.Customer is { } customer)
            {
                spool.Add(customer);
                continue;
            }

            rejected++;
            if (problems.Count < MaxProblems)
            {
                problems.Add(row.Problem!);
            }
        }

        return (rejected, problems);
    }

    private async Task<(long Changed, long Doubles, long Removed)> WriteAsync(
        ImportSpool spool,
        bool isComplete,
        string owner,
        CancellationToken cancellationToken
    )
    {
        var (changed, doubles, removed) = (0L, 0L, 0L);
        for (var group = 0; group < AudienceBucket.Groups; group++)
        {
            var news = spool.Read(group, out var twice);
            doubles += twice;
            if (news.Count == 0 && !isComplete)
            {
                continue;
            }

            // Kept while it goes on; that another took it after two silent minutes does no harm to what is written, for versions are checked.
            await turn.TryHoldAsync(owner, cancellationToken);
            var (groupChanged, groupRemoved) = await WriteAsync(group, news, isComplete, cancellationToken);
            changed += groupChanged;
            removed += groupRemoved;
        }

        return (changed, doubles, removed);
    }

    private async Task<(int Changed, int Removed)> WriteAsync(
        int group,
        Dictionary<int, Dictionary<string, AudienceCustomer>> news,
        bool isComplete,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await store.LoadAsync(group, cancellationToken);
            var buckets = isComplete ? before.Keys.Union(news.Keys) : news.Keys;
            var changes = buckets
                .Select(bucket => (bucket, Change: BucketChange.Of(Customers(before, bucket), News(news, bucket), isComplete)))
                .Where(one => !one.Change.IsNothing)
                .ToDictionary(one => one.bucket, one => one.Change);
            if (changes.Count == 0 || await store.SaveAsync(group, before, changes, cancellationToken))
            {
                return (changes.Values.Sum(change => change.Changed), changes.Values.Sum(change => change.Removed));
            }
        }

        throw new InvalidOperationException("An import could not be written because others kept changing the same customers.");
    }

    private static List<AudienceCustomer> Customers(Dictionary<int, StoredBucket> buckets, int bucket) =>
        buckets.TryGetValue(bucket, out var stored) ? stored.Customers : [];

    private static Dictionary<string, AudienceCustomer> News(Dictionary<int, Dictionary<string, AudienceCustomer>> news, int bucket) =>
        news.TryGetValue(bucket, out var customers) ? customers : [];
}

/// <summary>What an import did.</summary>
/// <param name="Accepted">Rows that are good.</param>
/// <param name="Unchanged">Of these, customers who were known exactly so.</param>
/// <param name="Duplicates">Of these, rows that a later one with the same id replaced.</param>
/// <param name="Removed">Customers who are gone because a complete import does not name them.</param>
/// <param name="Rejected">Rows that did not go in.</param>
/// <param name="Problems">Why, in the order of the rows; the first 1,000.</param>
internal sealed record ImportSummary(
    long Accepted,
    long Unchanged,
    long Duplicates,
    long Removed,
    long Rejected,
    IReadOnlyList<ImportProblem> Problems
);
