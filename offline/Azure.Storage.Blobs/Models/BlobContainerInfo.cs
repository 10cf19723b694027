namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says of a container it has created.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo() { }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }
}
