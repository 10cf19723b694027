namespace Azure.AI.TextAnalytics;

/// <summary>
/// What kind of personal information an entity is. The service knows well over a hundred, most of them numbers of one country;
/// those without a name here are written as text, which converts implicitly.
/// </summary>
public readonly struct PiiEntityCategory : IEquatable<PiiEntityCategory>
{
    private readonly string value;

    /// <summary>Takes any value the service may know.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public PiiEntityCategory(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static PiiEntityCategory ABARoutingNumber { get; } = new("ABARoutingNumber");

    public static PiiEntityCategory Address { get; } = new("Address");

    public static PiiEntityCategory Age { get; } = new("Age");

    public static PiiEntityCategory All { get; } = new("All");

    public static PiiEntityCategory CreditCardNumber { get; } = new("CreditCardNumber");

    public static PiiEntityCategory Date { get; } = new("Date");

    public static PiiEntityCategory Default { get; } = new("Default");

    public static PiiEntityCategory Email { get; } = new("Email");

    public static PiiEntityCategory InternationalBankingAccountNumber { get; } = new("InternationalBankingAccountNumber");

    public static PiiEntityCategory IPAddress { get; } = new("IPAddress");

    public static PiiEntityCategory Organization { get; } = new("Organization");

    public static PiiEntityCategory Person { get; } = new("Person");

    public static PiiEntityCategory PhoneNumber { get; } = new("PhoneNumber");

    public static PiiEntityCategory SwiftCode { get; } = new("SWIFTCode");

    public static PiiEntityCategory URL { get; } = new("URL");

    public static PiiEntityCategory USSocialSecurityNumber { get; } = new("USSocialSecurityNumber");

    public static bool operator ==(PiiEntityCategory left, PiiEntityCategory right) => left.Equals(right);

    public static bool operator !=(PiiEntityCategory left, PiiEntityCategory right) => !left.Equals(right);

    public static implicit operator PiiEntityCategory(string value) => new(value);

    public bool Equals(PiiEntityCategory other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is PiiEntityCategory other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
