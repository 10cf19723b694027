using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>Does what a follow-up is for, if it is still to be done.</summary>
public sealed class ProcessFollowUp(FollowUpProcessor processor, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="FollowUpDue"/>.</summary>
    [Function("ProcessFollowUp")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.FollowUpsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    )
    {
        var due = QueueSender.Read(queueMessage, QueueMessageNames.FollowUpDue, QueueJson.Default.FollowUpDue);
        var outcome = await processor.ProcessAsync(due, cancellationToken);
        await outcomes.ApplyAsync(outcome, StorageNames.FollowUpsQueue, queueMessage, cancellationToken);
    }
}
