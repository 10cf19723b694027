namespace SupportPipeline.Customers;

/// <summary>What counts about the sender of a message when it is decided on.</summary>
/// <param name="Id">The record of the address that was written from.</param>
internal sealed record CustomerFacts(string Id)
{
    /// <summary>The flags that count now, of all records of the person.</summary>
    public IReadOnlyList<CustomerFlag> Flags { get; init; } = [];

    /// <summary>The language the customer wants; null when never said.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is one of us, by the domain.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether a flag counts.</summary>
    public bool Has(string flag) => Flags.Any(one => one.Name == flag);
}
