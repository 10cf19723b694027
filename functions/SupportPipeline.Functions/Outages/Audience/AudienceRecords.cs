using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience;

/// <summary>Whom a notice is for: everybody who matches one of the lists, and lies in one of the regions and plans when these are given.</summary>
public sealed record AudienceRule
{
    /// <summary>Customers who use one of these components, and subscribers of them.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Customers who have one of these products.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Customers with one of these tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Only customers of these regions; empty for all. Subscribers have none and are not held back by it.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Only customers of these plans; empty for all.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Customers with an open case that is linked to the incident.</summary>
    public bool LinkedCases { get; init; } = true;

    /// <summary>Subscribers of the components, and of everything.</summary>
    public bool Subscribers { get; init; } = true;
}

/// <summary>Somebody who is to be told. The same address may come more than once, for more than one reason.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Language">The language as the customer's record says it; <c>und</c> when not known.</param>
/// <param name="Segment">Why: <c>component:checkout</c>, <c>product:…</c>, <c>tag:…</c>, <c>case</c>, <c>subscriber</c>.</param>
public sealed record AudienceMember(EmailAddress Address, string? Name, string Language, string Segment)
{
    /// <summary>The segment of those who wrote to us about the incident.</summary>
    public const string OfCase = "case";

    /// <summary>Whether he wants to hear of his matter by another way than mail.</summary>
    public bool WantsOtherChannel { get; init; }
}

/// <summary>Finds an audience.</summary>
public interface IAudienceSource
{
    /// <summary>Streams everybody who matches; no more than a page of storage is held at a time.</summary>
    IAsyncEnumerable<AudienceMember> FindAsync(AudienceRule rule, string incidentId, CancellationToken cancellationToken);
}
