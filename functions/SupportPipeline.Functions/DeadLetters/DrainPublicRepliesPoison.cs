using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.PublicRepliesQueue"/> into the list of dead letters.</summary>
public sealed class DrainPublicRepliesPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainPublicRepliesPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.PublicRepliesQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.PublicRepliesQueue, message, cancellationToken);
}
