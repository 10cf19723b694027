using SupportPipeline.Cases;
using SupportPipeline.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>What speaks for and against writing to a customer unasked, as far as the customer's record says it.</summary>
public sealed class CustomerStandings(CustomerBook customers, TimeProvider clock)
{
    /// <summary>Of the customer of a case.</summary>
    internal Task<CustomerStanding> OfCaseAsync(CaseSnapshot snapshot, CancellationToken cancellationToken) =>
        OfAddressAsync(snapshot.CustomerAddress ?? "", cancellationToken);

    /// <summary>Of whoever has an address.</summary>
    internal async Task<CustomerStanding> OfAddressAsync(string address, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(address, out var known)
        && await customers.FactsAsync(CustomerIds.Of(known), clock.GetUtcNow(), cancellationToken) is { } facts
            ? new()
            {
                IsAbusive = facts.Has(CustomerFlagNames.Abusive),
                IsInternal = facts.IsInternal,
                WantsNoSurveys = facts.Has(CustomerFlagNames.NoCampaigns),
            }
            : new();
}

/// <summary>What speaks for and against writing to a customer unasked.</summary>
internal sealed record CustomerStanding
{
    /// <summary>Flagged as abusive.</summary>
    public bool IsAbusive { get; init; }

    /// <summary>A colleague.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Wants no surveys, or no mail that is not about a case.</summary>
    public bool WantsNoSurveys { get; init; }

    /// <summary>The open cases of this customer.</summary>
    public IReadOnlyList<string> OpenCases { get; init; } = [];

    /// <summary>The open incidents that touch this customer.</summary>
    public IReadOnlyList<string> OpenIncidents { get; init; } = [];
}
