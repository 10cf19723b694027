using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Tells a slice of a notice.</summary>
public sealed class ProcessNoticeSlice(SliceSending sending, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="NoticeSliceDue"/>.</summary>
    [Function("ProcessNoticeSlice")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.NoticeBatchesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.NoticeBatchesQueue,
            queueMessage,
            () =>
                sending.ProcessAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.NoticeSliceDue, QueueJson.Default.NoticeSliceDue),
                    cancellationToken
                ),
            cancellationToken
        );
}
