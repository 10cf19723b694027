using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Publishes the status page after a change.</summary>
public sealed class PublishStatus(StatusPublisher publisher, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="StatusChanged"/>.</summary>
    [Function("PublishStatus")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.StatusPublicationsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.StatusPublicationsQueue,
            queueMessage,
            () =>
                publisher.PublishAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.StatusChanged, QueueJson.Default.StatusChanged).IncidentId,
                    cancellationToken
                ),
            cancellationToken
        );
}
