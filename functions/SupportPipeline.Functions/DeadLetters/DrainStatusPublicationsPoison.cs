using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.StatusPublicationsQueue"/> into the list of dead letters.</summary>
public sealed class DrainStatusPublicationsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainStatusPublicationsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.StatusPublicationsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.StatusPublicationsQueue, message, cancellationToken);
}
