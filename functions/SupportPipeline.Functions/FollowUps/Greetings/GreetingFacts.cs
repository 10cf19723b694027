using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>What greetings need to know of a customer. Whoever keeps customers' preferences says it whenever it changes.</summary>
internal sealed record GreetingFacts
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Where greetings go.</summary>
    public required EmailAddress Address { get; init; }

    /// <summary>The name, when known.</summary>
    public string? Name { get; init; }

    /// <summary>The language, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Whether the customer agreed to greetings; without it nothing is scheduled and nothing is sent.</summary>
    public bool HasConsent { get; init; }

    /// <summary>The day of birth; the year does not matter.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>The day on which the customer became one.</summary>
    public DateOnly? CustomerSince { get; init; }

    /// <summary>The IANA time zone the customer lives in; null for the desk's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>From when the customer wants quiet, local time.</summary>
    public TimeOnly? QuietFrom { get; init; }

    /// <summary>Until when.</summary>
    public TimeOnly? QuietUntil { get; init; }
}
