namespace Azure.Storage.Queues.Models;

/// <summary>A message that was received and is invisible to others until <see cref="NextVisibleOn"/>.</summary>
public class QueueMessage
{
    internal QueueMessage() { }

    /// <summary>The message's id, given by the service.</summary>
    public string MessageId { get; internal init; }

    /// <summary>Needed to update or delete the message; void after the message was received or updated again.</summary>
    public string PopReceipt { get; internal init; }

    /// <summary>The content as UTF-8 text; decoded on each call.</summary>
    public string MessageText => Body?.ToString();

    /// <summary>The content.</summary>
    public BinaryData Body { get; internal init; }

    /// <summary>When the message becomes visible again.</summary>
    public DateTimeOffset? NextVisibleOn { get; internal init; }

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When the service drops the message.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How often it was received, this time included.</summary>
    public long DequeueCount { get; internal init; }

    /// <summary>The same message with the receipt of an update.</summary>
    public QueueMessage Update(UpdateReceipt updated)
    {
        ArgumentNullException.ThrowIfNull(updated);
        return QueuesModelFactory.QueueMessage(
            MessageId,
            updated.PopReceipt,
            Body,
            DequeueCount,
            updated.NextVisibleOn,
            InsertedOn,
            ExpiresOn
        );
    }
}
