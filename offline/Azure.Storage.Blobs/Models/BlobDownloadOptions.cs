namespace Azure.Storage.Blobs.Models;

/// <summary>Which part of a blob is downloaded, and under which conditions.</summary>
public class BlobDownloadOptions
{
    /// <summary>The bytes wanted; default all.</summary>
    public HttpRange Range { get; set; }

    public BlobRequestConditions Conditions { get; set; }
}
