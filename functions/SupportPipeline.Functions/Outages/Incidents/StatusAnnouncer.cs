using Azure.Storage.Queues.Models;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// Has the status page published. It is announced twice: before a change for a while later, so that a process that dies after the change leaves no page
/// behind, and right after it, when the first word is taken back. Whoever publishes writes what is true then, so once too often harms nobody.
/// </summary>
public sealed class StatusAnnouncer(QueueSender queue)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>Before a change.</summary>
    /// <returns>What was announced, for afterwards.</returns>
    internal Task<SendReceipt> BeforeAsync(string? incidentId, CancellationToken cancellationToken) =>
        queue.SendAsync(new StatusChanged(incidentId), Later, cancellationToken);

    /// <summary>After it; what was announced before stands when this fails.</summary>
    internal async Task AfterAsync(SendReceipt announced, string? incidentId, CancellationToken cancellationToken)
    {
        await queue.SendAsync(new StatusChanged(incidentId), TimeSpan.Zero, cancellationToken);
        await queue.TakeBackAsync(announced, cancellationToken);
    }

    /// <summary>Nothing changed after all.</summary>
    internal Task NothingAsync(SendReceipt announced, CancellationToken cancellationToken) =>
        queue.TakeBackAsync(announced, cancellationToken);
}
