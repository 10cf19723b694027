using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves what could not be processed of <see cref="StorageNames.InboundMentionsQueue"/> into the list of dead letters.</summary>
public sealed class DrainInboundMentionsPoison(DeadLetterDrain drain)
{
    /// <summary>Moves one message.</summary>
    [Function("DrainInboundMentionsPoison")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.InboundMentionsQueue + StorageNames.PoisonSuffix, Connection = StorageNames.Connection)]
            QueueMessage message,
        CancellationToken cancellationToken
    ) => drain.MoveAsync(StorageNames.InboundMentionsQueue, message, cancellationToken);
}
