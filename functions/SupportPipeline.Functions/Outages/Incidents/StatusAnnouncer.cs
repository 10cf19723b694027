using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// Has the status page published. It is announced twice: before a change for a while later, so that a process that dies after the change leaves no page
/// behind, and right after it. Whoever publishes writes what is true then, so once too often harms nobody.
/// </summary>
public sealed class StatusAnnouncer(QueueSender queue)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    /// <summary>Before a change.</summary>
    internal Task BeforeAsync(string? incidentId, CancellationToken cancellationToken) =>
        queue.SendAsync(new StatusChanged(incidentId), Later, cancellationToken);

    /// <summary>After it; what was announced before stands when this fails.</summary>
    internal Task AfterAsync(string? incidentId, CancellationToken cancellationToken) =>
        queue.SendAsync(new StatusChanged(incidentId), TimeSpan.Zero, cancellationToken);
}
