namespace Azure.Storage.Blobs.Models;

/// <summary>Headers a blob is served with.</summary>
public class BlobHttpHeaders
{
    /// <summary>The media type; default <c>application/octet-stream</c>.</summary>
    public string ContentType { get; set; }

    /// <summary>The MD5 of the content; kept, and checked by the service when the content comes in one request.</summary>
    public byte[] ContentHash { get; set; }

    public string ContentEncoding { get; set; }

    public string ContentLanguage { get; set; }

    public string ContentDisposition { get; set; }

    public string CacheControl { get; set; }
}
