using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Sends the confirmation somebody's request for notices needs.</summary>
public sealed class SendSubscriptionMail(SubscriptionMails mails, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="SubscriptionRequested"/>.</summary>
    [Function("SendSubscriptionMail")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.SubscriptionMailsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.SubscriptionMailsQueue,
            queueMessage,
            () =>
                mails.RunAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.SubscriptionRequested, QueueJson.Default.SubscriptionRequested),
                    cancellationToken
                ),
            cancellationToken
        );
}
