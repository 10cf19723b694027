using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Outages.Linking;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Writes the audience of a notice down.</summary>
public sealed class FreezeNotice(NoticeFreezing freezing, AllClear allClear, QueueOutcomes outcomes)
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
                FreezeAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.NoticeFreezeDue, QueueJson.Default.NoticeFreezeDue),
                    cancellationToken
                ),
            cancellationToken
        );

    private async Task<Outcome> FreezeAsync(NoticeFreezeDue due, CancellationToken cancellationToken)
    {
        await allClear.AskAgentsAsync(due, cancellationToken);
        return await freezing.FreezeAsync(due, cancellationToken);
    }
}
