using Azure.Storage.Queues;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>
/// Looks how long the first message of each queue waits, poison queues too. The function that empties a queue cannot say that it does not run; this one says
/// it for all of them. Two storage operations for each queue.
/// </summary>
public sealed class QueueWatch(QueueServiceClient queues, PipelineMetrics metrics, TimeProvider clock)
{
    /// <summary>Looks at every queue.</summary>
    internal Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(
            StorageNames
                .Queues.SelectMany(queue => new[] { queue, queue + StorageNames.PoisonSuffix })
                .Select(queue => LookAsync(queue, cancellationToken))
        );

    private async Task LookAsync(string queue, CancellationToken cancellationToken)
    {
        var client = queues.GetQueueClient(queue);
        var first = await client.PeekMessagesAsync(1, cancellationToken);
        var properties = await client.GetPropertiesAsync(cancellationToken);
        var waits = first.Value is [{ InsertedOn: { } since }, ..] ? clock.GetUtcNow() - since : TimeSpan.Zero;
        metrics.QueueSeen(queue, waits > TimeSpan.Zero ? waits : TimeSpan.Zero, properties.Value.ApproximateMessagesCount);
    }
}
