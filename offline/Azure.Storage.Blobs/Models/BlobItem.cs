namespace Azure.Storage.Blobs.Models;

/// <summary>A blob in a listing.</summary>
public class BlobItem
{
    internal BlobItem() { }

    public string Name { get; internal init; }

    public bool Deleted { get; internal init; }

    public string Snapshot { get; internal init; }

    public string VersionId { get; internal init; }

    public bool? IsLatestVersion { get; internal init; }

    public BlobItemProperties Properties { get; internal init; }

    /// <summary>The blob's metadata; empty unless the listing asked for it.</summary>
    public IDictionary<string, string> Metadata { get; internal init; }
}
