namespace Azure.Storage.Queues.Models;

/// <summary>A visible message that was looked at and left alone.</summary>
public class PeekedMessage
{
    internal PeekedMessage() { }

    /// <summary>The message's id, given by the service.</summary>
    public string MessageId { get; internal init; }

    /// <summary>The content as UTF-8 text; decoded on each call.</summary>
    public string MessageText => Body?.ToString();

    /// <summary>The content.</summary>
    public BinaryData Body { get; internal init; }

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When the service drops the message.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How often it was received.</summary>
    public long DequeueCount { get; internal init; }
}
