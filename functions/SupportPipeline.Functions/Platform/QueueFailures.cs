using Azure.Data.Tables;

namespace SupportPipeline.Platform;

/// <summary>
/// Why queue messages failed, by the hash of the message: the host moves a message that failed too often to its poison queue without a word about why, and
/// this is where the words are found again.
/// </summary>
public sealed class QueueFailures(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient _letters = tables.GetTableClient(StorageNames.DeadLettersTable);

    /// <summary>Notes a failure.</summary>
    /// <param name="queueName">The queue the message came from.</param>
    /// <param name="queueMessage">The message as it was received.</param>
    /// <param name="reason">Why, without personal data.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task NoteAsync(string queueName, string queueMessage, string reason, CancellationToken cancellationToken)
    {
        var known = await FindAsync(queueName, queueMessage, cancellationToken);
        var now = clock.GetUtcNow();
        await WriteAsync(
            queueName,
            queueMessage,
            new(reason, known?.FirstAt ?? now, now, (known?.Count ?? 0) + 1, known?.Replays ?? 0) { Returns = known?.Returns ?? 0 },
            cancellationToken
        );
    }

    /// <summary>Notes that a dead letter was put back: what happens to it from now on is counted anew, the number of replays goes on.</summary>
    internal Task ReplayedAsync(string queueName, string queueMessage, int replays, CancellationToken cancellationToken) =>
        WriteAsync(queueName, queueMessage, new(null, null, clock.GetUtcNow(), 0, replays), cancellationToken);

    /// <summary>Notes that a message goes back to its queue by itself; why it failed is noted anew.</summary>
    internal Task ReturnedAsync(string queueName, string queueMessage, QueueFailure? known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var failure = known ?? new(null, now, now, 0, 0);
        return WriteAsync(
            queueName,
            queueMessage,
            failure with
            {
                Reason = null,
                LastAt = now,
                Returns = failure.Returns + 1,
            },
            cancellationToken
        );
    }

    /// <summary>What is known about a message; null when it never failed.</summary>
    internal async Task<QueueFailure?> FindAsync(string queueName, string queueMessage, CancellationToken cancellationToken)
    {
        var found = await _letters.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(queueName),
            StableHash.Of(queueMessage),
            cancellationToken: cancellationToken
        );
        return found.HasValue && found.Value is { } row
            ? new(
                row.GetString("Reason"),
                row.GetDateTimeOffset("FirstAt"),
                row.GetDateTimeOffset("LastAt") ?? default,
                row.GetInt32("Count") ?? 0,
                row.GetInt32("Replays") ?? 0
            )
            {
                Returns = row.GetInt32("Returns") ?? 0,
            }
            : null;
    }

    /// <summary>Forgets what was noted once the dead letter says it itself.</summary>
    internal Task ForgetAsync(string queueName, string queueMessage, CancellationToken cancellationToken) =>
        _letters.DeleteEntityAsync(PartitionOf(queueName), StableHash.Of(queueMessage), cancellationToken: cancellationToken);

    private Task WriteAsync(string queueName, string queueMessage, QueueFailure failure, CancellationToken cancellationToken) =>
        _letters.UpsertEntityAsync(
            new TableEntity(PartitionOf(queueName), StableHash.Of(queueMessage))
            {
                ["Reason"] = failure.Reason,
                ["FirstAt"] = failure.FirstAt,
                ["LastAt"] = failure.LastAt,
                ["Count"] = failure.Count,
                ["Replays"] = failure.Replays,
                ["Returns"] = failure.Returns,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    private static string PartitionOf(string queueName) => "failure|" + queueName;
}

/// <summary>How a queue message failed.</summary>
/// <param name="Reason">Why, the last time; null when it did not fail since it was put back.</param>
/// <param name="FirstAt">When it failed first.</param>
/// <param name="LastAt">When something was noted last.</param>
/// <param name="Count">How often.</param>
/// <param name="Replays">How often somebody put it back.</param>
internal sealed record QueueFailure(string? Reason, DateTimeOffset? FirstAt, DateTimeOffset LastAt, int Count, int Replays)
{
    /// <summary>How often it went back to its queue by itself since somebody put it there.</summary>
    public int Returns { get; init; }
}
