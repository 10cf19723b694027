using Azure.Data.Tables;

namespace SupportPipeline.Platform;

/// <summary>When each timed job last ran to its end.</summary>
public sealed class TimedJobs(TableServiceClient tables)
{
    private const string Partition = "job";

    private readonly TableClient _jobs = tables.GetTableClient(StorageNames.JobsTable);

    /// <summary>When it last ran; null when it never did.</summary>
    public async Task<DateTimeOffset?> LastRunAsync(string job, CancellationToken cancellationToken)
    {
        var found = await _jobs.GetEntityIfExistsAsync<TableEntity>(Partition, job, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetDateTimeOffset("LastRunAt") : null;
    }

    /// <summary>Notes that it ran.</summary>
    public Task RanAsync(string job, DateTimeOffset at, CancellationToken cancellationToken) =>
        _jobs.UpsertEntityAsync(new TableEntity(Partition, job) { ["LastRunAt"] = at }, TableUpdateMode.Merge, cancellationToken);
}
