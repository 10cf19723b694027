namespace Azure.Storage.Blobs.Models;

/// <summary>What a listing tells of a blob.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties() { }

    public BlobType? BlobType { get; internal set; }

    public long? ContentLength { get; internal set; }

    public string ContentType { get; internal set; }

    public byte[] ContentHash { get; internal set; }

    public string ContentEncoding { get; internal set; }

    public string ContentLanguage { get; internal set; }

    public string ContentDisposition { get; internal set; }

    public string CacheControl { get; internal set; }

    public ETag? ETag { get; internal set; }

    public DateTimeOffset? LastModified { get; internal set; }

    public DateTimeOffset? CreatedOn { get; internal set; }
}
