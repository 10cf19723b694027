namespace Azure.Storage.Blobs.Models;

/// <summary>What is known of a blob without its content.</summary>
public class BlobProperties
{
    public BlobType BlobType { get; internal init; }

    /// <summary>Bytes of the blob.</summary>
    public long ContentLength { get; internal init; }

    public string ContentType { get; internal init; }

    /// <summary>The MD5 of the content, or null.</summary>
    public byte[] ContentHash { get; internal init; }

    public string ContentEncoding { get; internal init; }

    public string ContentLanguage { get; internal init; }

    public string ContentDisposition { get; internal init; }

    public string CacheControl { get; internal init; }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public DateTimeOffset CreatedOn { get; internal init; }

    public string VersionId { get; internal init; }

    /// <summary>The blob's metadata, names without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; }
}
