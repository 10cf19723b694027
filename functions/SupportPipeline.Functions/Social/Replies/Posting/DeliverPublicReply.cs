using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>Posts approved answers.</summary>
public sealed class DeliverPublicReply(PublicReplyDelivery delivery, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="PublicReplyDue"/>.</summary>
    [Function("DeliverPublicReply")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.PublicRepliesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.PublicRepliesQueue,
            queueMessage,
            () =>
                delivery.DeliverAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.PublicReplyDue, QueueJson.Default.PublicReplyDue),
                    cancellationToken
                ),
            cancellationToken
        );
}
