using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>Error codes of the blob service, compared without regard to case; any other string is one, too.</summary>
public readonly struct BlobErrorCode(string value) : IEquatable<BlobErrorCode>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    public static BlobErrorCode AuthenticationFailed => new(nameof(AuthenticationFailed));

    public static BlobErrorCode AuthorizationFailure => new(nameof(AuthorizationFailure));

    public static BlobErrorCode AuthorizationPermissionMismatch => new(nameof(AuthorizationPermissionMismatch));

    public static BlobErrorCode BlobAlreadyExists => new(nameof(BlobAlreadyExists));

    public static BlobErrorCode BlobArchived => new(nameof(BlobArchived));

    public static BlobErrorCode BlobNotFound => new(nameof(BlobNotFound));

    public static BlobErrorCode BlockCountExceedsLimit => new(nameof(BlockCountExceedsLimit));

    public static BlobErrorCode BlockListTooLong => new(nameof(BlockListTooLong));

    public static BlobErrorCode ConditionNotMet => new(nameof(ConditionNotMet));

    public static BlobErrorCode ContainerAlreadyExists => new(nameof(ContainerAlreadyExists));

    public static BlobErrorCode ContainerBeingDeleted => new(nameof(ContainerBeingDeleted));

    public static BlobErrorCode ContainerDisabled => new(nameof(ContainerDisabled));

    public static BlobErrorCode ContainerNotFound => new(nameof(ContainerNotFound));

    public static BlobErrorCode InternalError => new(nameof(InternalError));

    public static BlobErrorCode InvalidAuthenticationInfo => new(nameof(InvalidAuthenticationInfo));

    public static BlobErrorCode InvalidBlobOrBlock => new(nameof(InvalidBlobOrBlock));

    public static BlobErrorCode InvalidBlobType => new(nameof(InvalidBlobType));

    public static BlobErrorCode InvalidBlockId => new(nameof(InvalidBlockId));

    public static BlobErrorCode InvalidBlockList => new(nameof(InvalidBlockList));

    public static BlobErrorCode InvalidHeaderValue => new(nameof(InvalidHeaderValue));

    public static BlobErrorCode InvalidInput => new(nameof(InvalidInput));

    public static BlobErrorCode InvalidMd5 => new(nameof(InvalidMd5));

    public static BlobErrorCode InvalidQueryParameterValue => new(nameof(InvalidQueryParameterValue));

    public static BlobErrorCode InvalidRange => new(nameof(InvalidRange));

    public static BlobErrorCode InvalidResourceName => new(nameof(InvalidResourceName));

    public static BlobErrorCode InvalidUri => new(nameof(InvalidUri));

    public static BlobErrorCode InvalidXmlDocument => new(nameof(InvalidXmlDocument));

    public static BlobErrorCode LeaseIdMissing => new(nameof(LeaseIdMissing));

    public static BlobErrorCode LeaseLost => new(nameof(LeaseLost));

    public static BlobErrorCode Md5Mismatch => new(nameof(Md5Mismatch));

    public static BlobErrorCode NoAuthenticationInformation => new(nameof(NoAuthenticationInformation));

    public static BlobErrorCode OperationTimedOut => new(nameof(OperationTimedOut));

    public static BlobErrorCode OutOfRangeInput => new(nameof(OutOfRangeInput));

    public static BlobErrorCode OutOfRangeQueryParameterValue => new(nameof(OutOfRangeQueryParameterValue));

    public static BlobErrorCode RequestBodyTooLarge => new(nameof(RequestBodyTooLarge));

    public static BlobErrorCode ResourceNotFound => new(nameof(ResourceNotFound));

    public static BlobErrorCode ServerBusy => new(nameof(ServerBusy));

    public static BlobErrorCode SnapshotsPresent => new(nameof(SnapshotsPresent));

    public static BlobErrorCode TargetConditionNotMet => new(nameof(TargetConditionNotMet));

    public static BlobErrorCode UnauthorizedBlobOverwrite => new(nameof(UnauthorizedBlobOverwrite));

    public static implicit operator BlobErrorCode(string value) => new(value);

    public static implicit operator BlobErrorCode?(string value) => value is null ? null : new(value);

    public static bool operator ==(BlobErrorCode left, BlobErrorCode right) => left.Equals(right);

    public static bool operator !=(BlobErrorCode left, BlobErrorCode right) => !left.Equals(right);

    public static bool operator ==(BlobErrorCode code, string value) => code.Equals(value);

    public static bool operator !=(BlobErrorCode code, string value) => !code.Equals(value);

    public static bool operator ==(string value, BlobErrorCode code) => code.Equals(value);

    public static bool operator !=(string value, BlobErrorCode code) => !code.Equals(value);

    /// <inheritdoc />
    public bool Equals(BlobErrorCode other) => Equals(other._value);

    /// <summary>Is this code the one a failure names?</summary>
    public bool Equals(string value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is BlobErrorCode other && Equals(other);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
