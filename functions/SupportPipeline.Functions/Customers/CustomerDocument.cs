using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>One customer: profile, identities, flags, preferences and what was done to the record.</summary>
internal sealed record CustomerDocument(
    string Id,
    int Version,
    string? Name,
    bool IsInternal,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? ErasedAt,
    bool IsBeingErased,
    IReadOnlyList<IdentityDocument> Identities,
    IReadOnlyList<FlagDocument> Flags,
    CustomerPreferences Preferences,
    IReadOnlyList<MergedCustomer> Merged,
    IReadOnlyList<CustomerLogDocument> Log
)
{
    /// <summary>The addresses that get no mail, and why.</summary>
    public IReadOnlyList<SuppressionDocument> Suppressions { get; init; } = [];

    /// <summary>Makes the document of a person.</summary>
    /// <param name="members">Every record of the person, the one with the profile first.</param>
    /// <param name="log">What was done to them.</param>
    /// <param name="organisation">Whose domains are internal.</param>
    /// <param name="now">When flags are to count.</param>
    public static CustomerDocument Of(
        IReadOnlyList<CustomerRecord> members,
        IReadOnlyList<CustomerLogEntry> log,
        Organisation organisation,
        DateTimeOffset now
    )
    {
        var profile = members[0];
        return new(
            profile.Id,
            profile.Version,
            profile.Name ?? members.Select(one => one.Name).FirstOrDefault(name => name is not null),
            members.Any(one => EmailAddress.TryParse(one.Identity?.Value, out var address) && organisation.IsInternal(address.Domain)),
            members.Min(one => one.FirstSeenAt),
            profile.ErasedAt,
            profile.Erasure is not null,
            [
                .. members
                    .Where(one => one.Identity is not null)
                    .Select(one => new IdentityDocument(one.Identity!.Kind, one.Identity.Value, one.Id)),
            ],
            [.. members.SelectMany(one => one.FlagsAt(now)).DistinctBy(flag => flag.Name, StringComparer.Ordinal).Select(FlagDocument.Of)],
            profile.Preferences,
            profile.Merged,
            [.. log.OrderBy(entry => entry.At).Select(CustomerLogDocument.Of)]
        );
    }
}

/// <summary>An address or account.</summary>
/// <param name="Kind"><c>email</c> or the name of a platform.</param>
/// <param name="Value">The address.</param>
/// <param name="CustomerId">Its own record.</param>
internal sealed record IdentityDocument(string Kind, string Value, string CustomerId);

/// <summary>Why an address gets no mail.</summary>
internal sealed record SuppressionDocument(string Address, string Reason, DateTimeOffset At, DateTimeOffset? Until, string? Detail);

/// <summary>What was done to a record.</summary>
internal sealed record CustomerLogDocument(DateTimeOffset At, string Kind, string? Evidence, string? By, string? Note, int Version)
{
    /// <summary>Makes the document of an entry.</summary>
    public static CustomerLogDocument Of(CustomerLogEntry entry) =>
        new(entry.At, entry.Kind, entry.Evidence, entry.By, entry.Note, entry.Version);
}
