namespace Azure.Storage.Blobs.Models;

/// <summary>A blob's content as it arrives. Dispose it to free the connection.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult() { }

    /// <summary>The content, read once and forward.</summary>
    public Stream Content { get; internal init; }

    public BlobDownloadDetails Details { get; internal init; }

    /// <inheritdoc />
    public void Dispose()
    {
        Content?.Dispose();
        GC.SuppressFinalize(this);
    }
}
