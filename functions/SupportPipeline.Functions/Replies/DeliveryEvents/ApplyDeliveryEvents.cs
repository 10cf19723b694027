using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>Moves replies to where the delivery events say they stand.</summary>
public sealed class ApplyDeliveryEvents(DeliveryEventApplication application, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="DeliveryEventsReceived"/>.</summary>
    [Function("ApplyDeliveryEvents")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.DeliveryEventsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.DeliveryEventsQueue,
            queueMessage,
            () =>
                application.ApplyAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.DeliveryEventsReceived, QueueJson.Default.DeliveryEventsReceived),
                    cancellationToken
                ),
            cancellationToken
        );
}
