namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is opened for reading.</summary>
/// <param name="allowModifications">The stand-in sends one request, so a blob changed meanwhile is either old or an error.</param>
public class BlobOpenReadOptions(bool allowModifications)
{
    /// <summary>Where reading begins.</summary>
    public long Position { get; set; }

    /// <summary>Bytes fetched at once; the stand-in streams and needs no buffer.</summary>
    public int? BufferSize { get; set; }

    public BlobRequestConditions Conditions { get; set; }

    internal bool AllowModifications => allowModifications;
}
