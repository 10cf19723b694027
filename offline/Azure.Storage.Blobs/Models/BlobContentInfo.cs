namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says of a blob it has taken.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo() { }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>The MD5 of what was sent in one request, or null.</summary>
    public byte[] ContentHash { get; internal init; }

    public string VersionId { get; internal init; }

    public string EncryptionKeySha256 { get; internal init; }

    public string EncryptionScope { get; internal init; }

    public long BlobSequenceNumber { get; internal init; }
}
