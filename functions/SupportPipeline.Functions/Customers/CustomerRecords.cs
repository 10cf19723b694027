using Azure;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>One person as the desk knows them, by one identity. Two records of one person stay two: one of them points to the other.</summary>
internal sealed record CustomerRecord
{
    /// <summary>Made from the identity; see <see cref="CustomerIds"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Raised with every change of the profile; a new case does not count.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>By what they are known: the one the id is made from.</summary>
    public CustomerIdentity? Identity { get; init; }

    /// <summary>What agents and the playbook have noted; also what has run out.</summary>
    public IReadOnlyList<CustomerFlag> Flags { get; init; } = [];

    /// <summary>What they want.</summary>
    public CustomerPreferences Preferences { get; init; } = new();

    /// <summary>The record of the same person that holds the profile; null when this one does.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The records that point to this one.</summary>
    public IReadOnlyList<MergedCustomer> Merged { get; init; } = [];

    /// <summary>The case opened last by a person's message; what mails of the same minute join.</summary>
    public TimeOrderedId? LatestCaseId { get; init; }

    /// <summary>When we first heard of them.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>An erasure that is under way.</summary>
    public CustomerErasure? Erasure { get; init; }

    /// <summary>When everything about them was erased, for the last time.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The flags that count at a time.</summary>
    public IEnumerable<CustomerFlag> FlagsAt(DateTimeOffset now) => Flags.Where(flag => flag.Until is not { } until || until > now);
}

/// <summary>An address or account of a customer. Personal data: never log it.</summary>
/// <param name="Kind"><c>email</c> or the name of a platform.</param>
/// <param name="Value">The address, as written to.</param>
internal sealed record CustomerIdentity(string Kind, string Value);

/// <summary>Something noted about a customer.</summary>
/// <param name="Name">One of <see cref="CustomerFlagNames"/>.</param>
/// <param name="Until">When it runs out; null when somebody has to lift it.</param>
/// <param name="Why">What the agent wrote, or a reason code.</param>
/// <param name="By">Who set it, as signed in; null when the playbook did.</param>
/// <param name="At">When.</param>
internal sealed record CustomerFlag(string Name, DateTimeOffset? Until, string Why, string? By, DateTimeOffset At);

/// <summary>What a customer wants; what is null was never said.</summary>
internal sealed record CustomerPreferences
{
    /// <summary>The language of answers.</summary>
    public string? Language { get; init; }

    /// <summary>How they want to be reached: <c>email</c>, <c>phone</c> or <c>social</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>When nothing but answers may reach them.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>What they have agreed to.</summary>
    public CustomerConsents Consents { get; init; } = new();

    /// <summary>Their birthday.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>Since when they are a customer.</summary>
    public DateOnly? CustomerSince { get; init; }
}

/// <summary>Hours of rest in a customer's own time; they may go past midnight.</summary>
/// <param name="From">When they begin.</param>
/// <param name="Until">When they end.</param>
/// <param name="TimeZone">An IANA time zone.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until, string TimeZone);

/// <summary>What a customer has agreed to (true) or refused (false); null when never asked.</summary>
internal sealed record CustomerConsents(bool? Surveys = null, bool? Greetings = null, bool? Campaigns = null);

/// <summary>A record that points to another one.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Evidence">Why they are one person; one of <see cref="MergeEvidence"/>.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
internal sealed record MergedCustomer(string Id, string Evidence, string By, DateTimeOffset At);

/// <summary>An erasure that was ordered.</summary>
/// <param name="By">Who ordered it.</param>
/// <param name="At">When.</param>
/// <param name="Members">Every record of the person at that time, so that an interrupted run knows them after the links are gone.</param>
internal sealed record CustomerErasure(string By, DateTimeOffset At, IReadOnlyList<string> Members);

/// <summary>A record as it stands in storage.</summary>
internal sealed record StoredCustomer(CustomerRecord Customer, ETag ETag);

/// <summary>Something that was done to a record: who, when, why.</summary>
/// <param name="Key">Makes the entry unique; the same act again is the same entry.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What, for example <c>flag-set</c>.</param>
/// <param name="Evidence">To what.</param>
/// <param name="By">Who, as signed in; null when the software did.</param>
/// <param name="Note">Why, in that person's words.</param>
internal sealed record CustomerLogEntry(string Key, DateTimeOffset At, string Kind, string? Evidence, string? By, string? Note)
{
    /// <summary>The version of the record it made.</summary>
    public int Version { get; init; }
}
