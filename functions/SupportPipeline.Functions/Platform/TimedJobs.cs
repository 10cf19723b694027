using Azure.Data.Tables;

namespace SupportPipeline.Platform;

/// <summary>A job that the clock starts.</summary>
/// <param name="Name">What its last run is noted under.</param>
/// <param name="Every">How long it is from one run to the next.</param>
public sealed record TimedJob(string Name, TimeSpan Every);

/// <summary>When each timed job last ran to its end.</summary>
public sealed class TimedJobs(TableServiceClient tables, IEnumerable<TimedJob> known)
{
    private const string Partition = "job";
    private const string LastRunAt = "LastRunAt";

    /// <summary>A run takes time, and the platform starts some late.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(2);

    private readonly TableClient _jobs = tables.GetTableClient(StorageNames.JobsTable);

    /// <summary>When it last ran; null when it never did.</summary>
    public async Task<DateTimeOffset?> LastRunAsync(TimedJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var found = await _jobs.GetEntityIfExistsAsync<TableEntity>(Partition, job.Name, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetDateTimeOffset(LastRunAt) : null;
    }

    /// <summary>Notes that it ran.</summary>
    public Task RanAsync(TimedJob job, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        return _jobs.UpsertEntityAsync(new TableEntity(Partition, job.Name) { [LastRunAt] = at }, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>Those that ran before and have missed a run since, by name. One operation.</summary>
    public async Task<IReadOnlyList<string>> LateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = new List<string>();
        var every = known.ToDictionary(job => job.Name, job => job.Every, StringComparer.Ordinal);
        var noted = _jobs.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
            cancellationToken: cancellationToken
        );
        await foreach (var entity in noted)
        {
            if (every.TryGetValue(entity.RowKey, out var span) && now - entity.GetDateTimeOffset(LastRunAt) > span + s_grace)
            {
                late.Add(entity.RowKey);
            }
        }

        return late;
    }
}
