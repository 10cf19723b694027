namespace SupportPipeline.Social.Receiving;

/// <summary>Keeps what platforms sent and queues it: the door for webhooks and polled pages alike.</summary>
internal interface IMentionIntake
{
    /// <summary>Keeps one delivery and queues it; returns when both are done.</summary>
    /// <param name="connector">The name of the connector that reads it.</param>
    /// <param name="payload">The payload exactly as received.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun is finished.</param>
    /// <returns>What it was kept as.</returns>
    Task<KeptDelivery> KeepAsync(string connector, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}

/// <summary>A delivery that is kept.</summary>
/// <param name="Connector">The name of the connector that reads it.</param>
/// <param name="Id">Unique.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Payload">The payload exactly as received.</param>
internal sealed record KeptDelivery(string Connector, string Id, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Payload);
