using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Delivers a reply that could not be delivered right after its commit, and looks again at one whose outcome is unknown.</summary>
public sealed class DeliverReply(Outbox outbox, ReplyDelivery delivery, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="ReplyDue"/>.</summary>
    [Function("DeliverReply")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.OutboundRepliesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.OutboundRepliesQueue,
            queueMessage,
            () => HandleAsync(QueueSender.Read(queueMessage, QueueMessageNames.ReplyDue, QueueJson.Default.ReplyDue), cancellationToken),
            cancellationToken
        );

    private async Task<Outcome> HandleAsync(ReplyDue due, CancellationToken cancellationToken)
    {
        var stored = await outbox.FindAsync(TimeOrderedId.Parse(due.CaseId), due.ReplyId, cancellationToken);
        if (stored?.Reply.State is not (ReplyState.Approved or ReplyState.Unknown))
        {
            return new Outcome.Skipped(ReasonCode.NothingToSend);
        }

        return await delivery.DeliverAsync(stored, cancellationToken) is { } wait
            ? new Outcome.Deferred(
                wait,
                stored.Reply.State == ReplyState.Unknown ? ReasonCode.OutcomeUnknown : ReasonCode.MailServiceUnavailable
            )
            : new Outcome.Completed();
    }
}
