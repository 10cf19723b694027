namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has taken.</summary>
public class SendReceipt
{
    internal SendReceipt() { }

    /// <summary>The message's id.</summary>
    public string MessageId { get; internal init; }

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset InsertionTime { get; internal init; }

    /// <summary>When the service drops the message.</summary>
    public DateTimeOffset ExpirationTime { get; internal init; }

    /// <summary>Good for deleting or updating the message until it is received.</summary>
    public string PopReceipt { get; internal init; }

    /// <summary>When the message becomes visible.</summary>
    public DateTimeOffset TimeNextVisible { get; internal init; }
}
