using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Delivers a reply that could not be delivered right after its commit.</summary>
public sealed class DeliverReply(Outbox outbox, ReplyDelivery delivery, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="ReplyDue"/>.</summary>
    [Function("DeliverReply")]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.OutboundRepliesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    )
    {
        var due = QueueSender.Read(queueMessage, QueueMessageNames.ReplyDue, QueueJson.Default.ReplyDue);
        var outcome = await HandleAsync(due, cancellationToken);
        await outcomes.ApplyAsync(outcome, StorageNames.OutboundRepliesQueue, queueMessage, cancellationToken);
    }

    private async Task<Outcome> HandleAsync(ReplyDue due, CancellationToken cancellationToken)
    {
        if (
            await outbox.FindAsync(TimeOrderedId.Parse(due.CaseId), due.ReplyId, cancellationToken)
            is not { Reply.State: ReplyState.Approved } stored
        )
        {
            return new Outcome.Skipped(ReasonCode.NothingToSend);
        }

        return await delivery.DeliverAsync(stored, cancellationToken) is { } wait
            ? new Outcome.Deferred(wait, ReasonCode.MailServiceUnavailable)
            : new Outcome.Completed();
    }
}
