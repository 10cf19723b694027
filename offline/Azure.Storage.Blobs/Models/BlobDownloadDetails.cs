namespace Azure.Storage.Blobs.Models;

/// <summary>What comes with the content of a blob.</summary>
public class BlobDownloadDetails
{
    public BlobType BlobType { get; internal init; }

    /// <summary>Bytes of this answer, which may be a range.</summary>
    public long ContentLength { get; internal init; }

    /// <summary><c>bytes first-last/total</c> when a range was asked for, else null.</summary>
    public string ContentRange { get; internal init; }

    public string ContentType { get; internal init; }

    /// <summary>The MD5 of this answer's content, or null.</summary>
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
