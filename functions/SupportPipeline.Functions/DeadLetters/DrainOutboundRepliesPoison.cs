using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.OutboundRepliesQueue"/> into the list of dead letters.</summary>
public sealed class DrainOutboundRepliesPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainOutboundRepliesPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.OutboundRepliesQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.OutboundRepliesQueue, message, cancellationToken);
}
