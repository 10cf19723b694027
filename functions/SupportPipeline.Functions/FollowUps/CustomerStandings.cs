using SupportPipeline.Cases;
using SupportPipeline.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>What speaks for and against writing to a customer unasked, as far as the customer's record and cases say it.</summary>
public sealed class CustomerStandings(
    CustomerBook customers,
    CustomerProfiles profiles,
    CustomerCases cases,
    CaseFinder finder,
    TimeProvider clock
)
{
    /// <summary>An open case is among the latest ones, or it has waited so long that a greeting is the smallest of its problems.</summary>
    private const int LatestCases = 20;

    /// <summary>Of the customer of a case.</summary>
    internal Task<CustomerStanding> OfCaseAsync(CaseSnapshot snapshot, CancellationToken cancellationToken) =>
        OfAddressAsync(snapshot.CustomerAddress ?? "", cancellationToken);

    /// <summary>Of whoever has an address.</summary>
    internal async Task<CustomerStanding> OfAddressAsync(string address, CancellationToken cancellationToken)
    {
        if (
            !EmailAddress.TryParse(address, out var known)
            || await customers.FactsAsync(CustomerIds.Of(known), clock.GetUtcNow(), cancellationToken) is not { } facts
            || await profiles.FindAsync(address, cancellationToken) is not { Customer: var profile }
        )
        {
            return new();
        }

        return new()
        {
            IsAbusive = facts.Has(CustomerFlagNames.Abusive),
            IsInternal = facts.IsInternal,
            WantsNoSurveys = facts.Has(CustomerFlagNames.NoCampaigns) || profile.Preferences.Consents.Surveys == false,
            OpenCases = await OpenCasesAsync(profile, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<string>> OpenCasesAsync(CustomerRecord profile, CancellationToken cancellationToken)
    {
        var members = await profiles.MembersAsync(profile, cancellationToken);
        var ids = await cases.IdsAsync(members, null, LatestCases, cancellationToken);
        var items = await Task.WhenAll(ids.Select(caseId => finder.ReadItemAsync(caseId, cancellationToken)));
        return [.. items.OfType<CaseListItem>().Where(item => item.State is "open" or "solved").Select(item => item.Id)];
    }
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
