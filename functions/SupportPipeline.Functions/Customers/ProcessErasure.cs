using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Does a part of an erasure.</summary>
public sealed class ProcessErasure(CustomerErasureRun run, QueueOutcomes outcomes)
{
    /// <summary>Handles one <see cref="CustomerErasureDue"/>.</summary>
    [Function("ProcessErasure")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.CustomerErasuresQueue, Connection = StorageNames.Connection)] string queueMessage,
        CancellationToken cancellationToken
    ) =>
        outcomes.RunAsync(
            StorageNames.CustomerErasuresQueue,
            queueMessage,
            () =>
                run.RunAsync(
                    QueueSender.Read(queueMessage, QueueMessageNames.CustomerErasureDue, QueueJson.Default.CustomerErasureDue),
                    cancellationToken
                ),
            cancellationToken
        );
}
