namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions a request depends on; <c>IfNoneMatch = ETag.All</c> refuses to overwrite.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
    /// <summary>The lease the blob is under.</summary>
    public string LeaseId { get; set; }
}
