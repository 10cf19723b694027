using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.SubscriptionMailsQueue"/> into the list of dead letters.</summary>
public sealed class DrainSubscriptionMailsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainSubscriptionMailsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.SubscriptionMailsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.SubscriptionMailsQueue, message, cancellationToken);
}
