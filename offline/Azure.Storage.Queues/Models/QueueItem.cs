namespace Azure.Storage.Queues.Models;

/// <summary>A queue in a listing.</summary>
public class QueueItem
{
    internal QueueItem() { }

    /// <summary>The queue's name.</summary>
    public string Name { get; internal init; }

    /// <summary>The queue's metadata when the listing asked for it, else null.</summary>
    public IDictionary<string, string> Metadata { get; internal init; }
}
