namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions a request depends on: ETags, dates, tags.</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
    /// <summary>A condition on the blob's tags.</summary>
    public string TagConditions { get; set; }
}
