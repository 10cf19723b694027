using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.InboundMessagesQueue"/> into the list of dead letters.</summary>
public sealed class DrainInboundMessagesPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainInboundMessagesPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.InboundMessagesQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.InboundMessagesQueue, message, cancellationToken);
}
