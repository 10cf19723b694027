using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.FollowUpsQueue"/> into the list of dead letters.</summary>
public sealed class DrainFollowUpsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainFollowUpsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.FollowUpsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)] QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.FollowUpsQueue, message, cancellationToken);
}
