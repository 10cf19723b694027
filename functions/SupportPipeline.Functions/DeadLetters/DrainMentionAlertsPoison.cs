using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.MentionAlertsQueue"/> into the list of dead letters.</summary>
public sealed class DrainMentionAlertsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainMentionAlertsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.MentionAlertsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.MentionAlertsQueue, message, cancellationToken);
}
