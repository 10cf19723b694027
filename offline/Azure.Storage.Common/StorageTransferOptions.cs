using System.Runtime.InteropServices;

namespace Azure.Storage;

/// <summary>How a transfer is cut into requests.</summary>
[StructLayout(LayoutKind.Auto)]
public struct StorageTransferOptions : IEquatable<StorageTransferOptions>
{
    /// <summary>How many requests run at once; the stand-in sends one at a time.</summary>
    public int? MaximumConcurrency { get; set; }

    /// <summary>Bytes in one block of a transfer in blocks.</summary>
    public long? MaximumTransferSize { get; set; }

    /// <summary>Bytes up to which one request carries everything.</summary>
    public long? InitialTransferSize { get; set; }

    public static bool operator ==(StorageTransferOptions left, StorageTransferOptions right) => left.Equals(right);

    public static bool operator !=(StorageTransferOptions left, StorageTransferOptions right) => !left.Equals(right);

    /// <inheritdoc />
    public readonly bool Equals(StorageTransferOptions obj) =>
        MaximumConcurrency == obj.MaximumConcurrency
        && MaximumTransferSize == obj.MaximumTransferSize
        && InitialTransferSize == obj.InitialTransferSize;

    /// <inheritdoc />
    public override readonly bool Equals(object obj) => obj is StorageTransferOptions other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => HashCode.Combine(MaximumConcurrency, MaximumTransferSize, InitialTransferSize);
}
