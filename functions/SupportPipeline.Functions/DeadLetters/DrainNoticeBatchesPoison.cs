using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.NoticeBatchesQueue"/> into the list of dead letters.</summary>
public sealed class DrainNoticeBatchesPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainNoticeBatchesPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.NoticeBatchesQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.NoticeBatchesQueue, message, cancellationToken);
}
