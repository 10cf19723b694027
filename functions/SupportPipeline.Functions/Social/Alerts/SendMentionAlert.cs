using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Alerts;

/// <summary>Tells staff of an alert.</summary>
public sealed class SendMentionAlert(AlertTelling telling, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="MentionAlertDue"/>.</summary>
    [Function("SendMentionAlert")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.MentionAlertsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.MentionAlertsQueue,
            queueMessage,
            () =>
                telling.TellAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.MentionAlertDue, QueueJson.Default.MentionAlertDue).AlertId,
                    cancellationToken
                ),
            cancellationToken
        );
}
