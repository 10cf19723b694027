namespace Azure.Storage.Queues;

/// <summary>How message content is put into the XML of a request.</summary>
public enum QueueMessageEncoding
{
    /// <summary>As text.</summary>
    None,

    /// <summary>Base64, what the Functions host expects unless <c>host.json</c> says otherwise.</summary>
    Base64,
}
