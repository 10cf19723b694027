namespace Azure.Storage.Queues.Models;

/// <summary>What the service says of a message it has changed.</summary>
public class UpdateReceipt
{
    internal UpdateReceipt() { }

    /// <summary>Replaces the receipt the update was made with.</summary>
    public string PopReceipt { get; internal init; }

    /// <summary>When the message becomes visible.</summary>
    public DateTimeOffset NextVisibleOn { get; internal init; }
}
