using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Receiving;

/// <summary>Makes mentions of what platforms sent.</summary>
public sealed class ProcessMentions(MentionProcessor processor, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="MentionsReceived"/>.</summary>
    [Function("ProcessMentions")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.InboundMentionsQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.InboundMentionsQueue,
            queueMessage,
            () =>
                processor.ProcessAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.MentionsReceived, QueueJson.Default.MentionsReceived),
                    cancellationToken
                ),
            cancellationToken
        );
}
