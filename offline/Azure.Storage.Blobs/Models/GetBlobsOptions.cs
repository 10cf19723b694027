namespace Azure.Storage.Blobs.Models;

/// <summary>Which blobs are listed.</summary>
public class GetBlobsOptions
{
    public BlobTraits Traits { get; set; }

    public BlobStates States { get; set; }

    /// <summary>Only names that begin so.</summary>
    public string Prefix { get; set; }
}
