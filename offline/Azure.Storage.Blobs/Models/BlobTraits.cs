#pragma warning disable MA0062 // All is -1 in the vendor's package
namespace Azure.Storage.Blobs.Models;

/// <summary>What a listing of blobs tells beside names and properties.</summary>
[Flags]
public enum BlobTraits
{
    All = -1,
    None = 0,
    CopyStatus = 1,
    Metadata = 2,
    Tags = 4,
    ImmutabilityPolicy = 8,
    LegalHold = 16,
}
