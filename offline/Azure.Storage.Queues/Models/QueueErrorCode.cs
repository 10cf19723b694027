using System.ComponentModel;

namespace Azure.Storage.Queues.Models;

/// <summary>Error codes of the queue service, compared without regard to case; any other string is one, too.</summary>
public readonly struct QueueErrorCode(string value) : IEquatable<QueueErrorCode>
{
    private readonly string _value = value ?? throw new ArgumentNullException(nameof(value));

    public static QueueErrorCode AuthenticationFailed => new(nameof(AuthenticationFailed));

    public static QueueErrorCode AuthorizationFailure => new(nameof(AuthorizationFailure));

    public static QueueErrorCode AuthorizationPermissionMismatch => new(nameof(AuthorizationPermissionMismatch));

    public static QueueErrorCode ConditionNotMet => new(nameof(ConditionNotMet));

    public static QueueErrorCode InternalError => new(nameof(InternalError));

    public static QueueErrorCode InvalidAuthenticationInfo => new(nameof(InvalidAuthenticationInfo));

    public static QueueErrorCode InvalidHeaderValue => new(nameof(InvalidHeaderValue));

    public static QueueErrorCode InvalidInput => new(nameof(InvalidInput));

    public static QueueErrorCode InvalidMd5 => new(nameof(InvalidMd5));

    public static QueueErrorCode InvalidQueryParameterValue => new(nameof(InvalidQueryParameterValue));

    public static QueueErrorCode InvalidResourceName => new(nameof(InvalidResourceName));

    public static QueueErrorCode InvalidUri => new(nameof(InvalidUri));

    public static QueueErrorCode InvalidXmlDocument => new(nameof(InvalidXmlDocument));

    public static QueueErrorCode MessageNotFound => new(nameof(MessageNotFound));

    public static QueueErrorCode MessageTooLarge => new(nameof(MessageTooLarge));

    public static QueueErrorCode OperationTimedOut => new(nameof(OperationTimedOut));

    public static QueueErrorCode OutOfRangeInput => new(nameof(OutOfRangeInput));

    public static QueueErrorCode OutOfRangeQueryParameterValue => new(nameof(OutOfRangeQueryParameterValue));

    public static QueueErrorCode PopReceiptMismatch => new(nameof(PopReceiptMismatch));

    public static QueueErrorCode QueueAlreadyExists => new(nameof(QueueAlreadyExists));

    public static QueueErrorCode QueueBeingDeleted => new(nameof(QueueBeingDeleted));

    public static QueueErrorCode QueueDisabled => new(nameof(QueueDisabled));

    public static QueueErrorCode QueueNotEmpty => new(nameof(QueueNotEmpty));

    public static QueueErrorCode QueueNotFound => new(nameof(QueueNotFound));

    public static QueueErrorCode RequestBodyTooLarge => new(nameof(RequestBodyTooLarge));

    public static QueueErrorCode ResourceNotFound => new(nameof(ResourceNotFound));

    public static QueueErrorCode ServerBusy => new(nameof(ServerBusy));

    public static implicit operator QueueErrorCode(string value) => new(value);

    public static bool operator ==(QueueErrorCode left, QueueErrorCode right) => left.Equals(right);

    public static bool operator !=(QueueErrorCode left, QueueErrorCode right) => !left.Equals(right);

    public static bool operator ==(QueueErrorCode code, string value) => code.Equals(value);

    public static bool operator !=(QueueErrorCode code, string value) => !code.Equals(value);

    public static bool operator ==(string value, QueueErrorCode code) => code.Equals(value);

    public static bool operator !=(string value, QueueErrorCode code) => !code.Equals(value);

    /// <inheritdoc />
    public bool Equals(QueueErrorCode other) => Equals(other._value);

    /// <summary>Is this code the one a failure names?</summary>
    public bool Equals(string value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is QueueErrorCode other && Equals(other);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc />
    public override string ToString() => _value;
}
