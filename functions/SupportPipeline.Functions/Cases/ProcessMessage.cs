using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Takes a received message to its case and sends what it caused.</summary>
public sealed class ProcessMessage(MessageProcessor processor, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="MessageReceived"/>.</summary>
    [Function("ProcessMessage")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.InboundMessagesQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.InboundMessagesQueue,
            queueMessage,
            () =>
                processor.ProcessAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.MessageReceived, QueueJson.Default.MessageReceived),
                    cancellationToken
                ),
            cancellationToken
        );
}
