using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>Does what a follow-up is for, if it is still to be done.</summary>
public sealed class ProcessFollowUp(FollowUpProcessor processor, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="FollowUpDue"/>.</summary>
    [Function("ProcessFollowUp")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.FollowUpsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.FollowUpsQueue,
            queueMessage,
            () =>
                processor.ProcessAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.FollowUpDue, QueueJson.Default.FollowUpDue),
                    cancellationToken
                ),
            cancellationToken
        );
}
