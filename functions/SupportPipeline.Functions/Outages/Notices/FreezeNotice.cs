using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Writes the audience of a notice down.</summary>
public sealed class FreezeNotice(NoticeFreezing freezing, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="NoticeFreezeDue"/>.</summary>
    [Function("FreezeNotice")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.NoticeFreezesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.NoticeFreezesQueue,
            queueMessage,
            () =>
                freezing.FreezeAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.NoticeFreezeDue, QueueJson.Default.NoticeFreezeDue),
                    cancellationToken
                ),
            cancellationToken
        );
}
