using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.CustomerErasuresQueue"/> into the list of dead letters.</summary>
public sealed class DrainCustomerErasuresPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainCustomerErasuresPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.CustomerErasuresQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.CustomerErasuresQueue, message, cancellationToken);
}
