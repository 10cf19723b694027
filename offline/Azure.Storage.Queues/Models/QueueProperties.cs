namespace Azure.Storage.Queues.Models;

/// <summary>Size and metadata of a queue.</summary>
public class QueueProperties
{
    /// <summary>The queue's metadata, names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>About how many messages there are, invisible ones included; never too low.</summary>
    public int ApproximateMessagesCount => checked((int)ApproximateMessagesCountLong);

    /// <inheritdoc cref="ApproximateMessagesCount" />
    public long ApproximateMessagesCountLong { get; internal init; }
}
