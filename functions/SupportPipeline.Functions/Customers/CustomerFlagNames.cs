namespace SupportPipeline.Customers;

/// <summary>The flags a customer can have. A closed list.</summary>
internal static class CustomerFlagNames
{
    /// <summary>Insulted staff; the next agent is prepared, and no automatic mail but the acknowledgement goes out.</summary>
    public const string Abusive = "abusive";

    /// <summary>Comes first: cases are more urgent by one.</summary>
    public const string Vip = "vip";

    /// <summary>Mail is held until an agent releases it.</summary>
    public const string Blocked = "blocked";

    /// <summary>Nothing may be erased.</summary>
    public const string LegalHold = "legal-hold";

    /// <summary>Mail is never held for what it looks like.</summary>
    public const string Trusted = "trusted";

    /// <summary>What the playbook sets when somebody wants no more campaigns; kept as a withdrawn consent.</summary>
    public const string NoCampaigns = "no-campaigns";

    /// <summary>What agents may set and lift.</summary>
    public static IReadOnlyList<string> OfAgents { get; } = [Abusive, Vip, Blocked, LegalHold, Trusted];
}
