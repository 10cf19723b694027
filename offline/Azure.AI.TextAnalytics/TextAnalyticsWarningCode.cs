namespace Azure.AI.TextAnalytics;

/// <summary>What the service noticed about a document it answered for. The list is open.</summary>
public readonly struct TextAnalyticsWarningCode : IEquatable<TextAnalyticsWarningCode>
{
    public static readonly string LongWordsInDocument = "LongWordsInDocument";
    public static readonly string DocumentTruncated = "DocumentTruncated";

    private readonly string code;

    private TextAnalyticsWarningCode(string code) => this.code = code;

    public static bool operator ==(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => !left.Equals(right);

    public static explicit operator string(TextAnalyticsWarningCode warningCode) => warningCode.code;

    public static implicit operator TextAnalyticsWarningCode(string warningCode) => new(warningCode);

    public bool Equals(TextAnalyticsWarningCode other) => string.Equals(code, other.code, StringComparison.Ordinal);

    public override bool Equals(object obj) => obj is TextAnalyticsWarningCode other && Equals(other);

    public override int GetHashCode() => code is null ? 0 : StringComparer.Ordinal.GetHashCode(code);

    public override string ToString() => code;
}
