#pragma warning disable MA0062 // All is -1 in the vendor's package
namespace Azure.Storage.Blobs.Models;

/// <summary>Which blobs a listing holds beside the present ones.</summary>
[Flags]
public enum BlobStates
{
    All = -1,
    None = 0,
    Snapshots = 1,
    Uncommitted = 2,
    Deleted = 4,
    Version = 8,
    DeletedWithVersions = 16,
}
