namespace Azure.AI.TextAnalytics;

/// <summary>Why the service could not answer, for one document or for a whole call. The list is open: the service may add codes.</summary>
public readonly struct TextAnalyticsErrorCode : IEquatable<TextAnalyticsErrorCode>
{
    public static readonly string EmptyRequest = "EmptyRequest";
    public static readonly string InternalServerError = "InternalServerError";
    public static readonly string InvalidArgument = "InvalidArgument";
    public static readonly string InvalidCountryHint = "InvalidCountryHint";

    /// <summary>Empty, or longer than 5,120 text elements.</summary>
    public static readonly string InvalidDocument = "InvalidDocument";

    /// <summary>Too many documents in one call, or two with the same id.</summary>
    public static readonly string InvalidDocumentBatch = "InvalidDocumentBatch";
    public static readonly string InvalidParameterValue = "InvalidParameterValue";
    public static readonly string InvalidRequest = "InvalidRequest";
    public static readonly string InvalidRequestBodyFormat = "InvalidRequestBodyFormat";
    public static readonly string MissingInputRecords = "MissingInputRecords";
    public static readonly string ModelVersionIncorrect = "ModelVersionIncorrect";
    public static readonly string NotFound = "NotFound";
    public static readonly string ServiceUnavailable = "ServiceUnavailable";
    public static readonly string UnsupportedLanguageCode = "UnsupportedLanguageCode";

    private readonly string code;

    private TextAnalyticsErrorCode(string code) => this.code = code;

    public static bool operator ==(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => !left.Equals(right);

    public static explicit operator string(TextAnalyticsErrorCode errorCode) => errorCode.code;

    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    public bool Equals(TextAnalyticsErrorCode other) => string.Equals(code, other.code, StringComparison.Ordinal);

    public override bool Equals(object obj) => obj is TextAnalyticsErrorCode other && Equals(other);

    public override int GetHashCode() => code is null ? 0 : StringComparer.Ordinal.GetHashCode(code);

    public override string ToString() => code;
}
