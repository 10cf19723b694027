namespace Azure.Storage.Blobs.Models;

/// <summary>What happens to snapshots of a blob that is deleted.</summary>
public enum DeleteSnapshotsOption
{
    None = 0,
    IncludeSnapshots = 1,
    OnlySnapshots = 2,
}
