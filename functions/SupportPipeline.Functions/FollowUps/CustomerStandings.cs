using SupportPipeline.Cases;

namespace SupportPipeline.FollowUps;

/// <summary>What is known of a customer besides the case; nothing yet, so nothing speaks against a mail.</summary>
public sealed class CustomerStandings
{
    /// <summary>Of the customer of a case.</summary>
    internal Task<CustomerStanding> OfCaseAsync(CaseSnapshot snapshot, CancellationToken cancellationToken) =>
        OfAddressAsync(snapshot.CustomerAddress ?? "", cancellationToken);

    /// <summary>Of whoever has an address.</summary>
    internal Task<CustomerStanding> OfAddressAsync(string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new CustomerStanding());
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
