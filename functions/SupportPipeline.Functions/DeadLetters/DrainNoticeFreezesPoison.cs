using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.NoticeFreezesQueue"/> into the list of dead letters.</summary>
public sealed class DrainNoticeFreezesPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainNoticeFreezesPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.NoticeFreezesQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.NoticeFreezesQueue, message, cancellationToken);
}
