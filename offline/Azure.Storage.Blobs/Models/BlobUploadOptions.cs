namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is uploaded. Without conditions it replaces what is there.</summary>
public class BlobUploadOptions
{
    public BlobHttpHeaders HttpHeaders { get; set; }

    public IDictionary<string, string> Metadata { get; set; }

    public BlobRequestConditions Conditions { get; set; }

    /// <summary>Told the bytes sent so far, after each request.</summary>
    public IProgress<long> ProgressHandler { get; set; }

    public StorageTransferOptions TransferOptions { get; set; }
}
