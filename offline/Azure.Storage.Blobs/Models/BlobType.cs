namespace Azure.Storage.Blobs.Models;

/// <summary>The kinds of blobs.</summary>
public enum BlobType
{
    Block = 0,
    Page = 1,
    Append = 2,
}
