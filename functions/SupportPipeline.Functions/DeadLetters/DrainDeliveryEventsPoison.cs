using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.DeliveryEventsQueue"/> into the list of dead letters.</summary>
public sealed class DrainDeliveryEventsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainDeliveryEventsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.DeliveryEventsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.DeliveryEventsQueue, message, cancellationToken);
}
