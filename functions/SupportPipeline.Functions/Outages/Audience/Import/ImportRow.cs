using SupportPipeline.Outages.Audience.Customers;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>A row of an import: a customer, or why it is none.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Problem">The problem.</param>
internal readonly record struct ImportRow(AudienceCustomer? Customer, ImportProblem? Problem);

/// <summary>What a row says, before anything is checked.</summary>
internal sealed record RawCustomer
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The address.</summary>
    public string Email { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The language.</summary>
    public string Language { get; init; } = "";

    /// <summary>The region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The plan.</summary>
    public string Plan { get; init; } = "";

    /// <summary>What they bought.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>What they use.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>What else they are called.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
