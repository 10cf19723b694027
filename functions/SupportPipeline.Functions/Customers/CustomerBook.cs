using System.Diagnostics;
using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>
/// What the way of a message asks about its sender: who it is (one read), whether it is held, which case it may join, and the claim of a new case
/// (one transaction). The claim is made in the sender's own record, so that two mails processed at once cannot both open one.
/// </summary>
public sealed class CustomerBook(
    CustomerStore customers,
    Organisation organisation,
    IOptions<CustomersOptions> options,
    IOptions<ScreeningOptions> screening
)
{
    private const int MaxTries = 10;

    /// <summary>The sender of a message; null when it has none.</summary>
    internal async Task<KnownSender?> FindAsync(InboundEmail email, CancellationToken cancellationToken)
    {
        if (SenderIdentity.Of(email) is not { } sender)
        {
            return null;
        }

        var own = await customers.LoadAsync(sender.Id, cancellationToken);
        var profile = own?.Customer.MergedInto is { } into ? (await customers.LoadAsync(into, cancellationToken))?.Customer : null;
        var record =
            own?.Customer
            ?? new()
            {
                Id = sender.Id,
                Identity = sender.Identity,
                FirstSeenAt = email.ReceivedAt,
            };
        var facts = CustomerRules.Facts(email.From?.Address, record, profile, organisation, email.ReceivedAt);
        return new(sender, own, facts) { Profile = profile };
    }

    /// <summary>Why a message is held; null when it is not.</summary>
    internal string? HoldReason(ScreeningVerdicts verdicts, KnownSender? sender) =>
        ScreeningRules.HoldReason(verdicts, sender?.Facts, screening.Value);

    /// <summary>
    /// The case a message may join although it names no message of it; null when there is none. Somebody who was found to be the same person has made a
    /// case of a mention on purpose: it may also join what they opened by mail.
    /// </summary>
    internal TimeOrderedId? Candidate(KnownSender sender, InboundEmail email) =>
        Candidate(sender.Own?.Customer, email) ?? (email.Social is null ? null : Candidate(sender.Profile, email));

    private TimeOrderedId? Candidate(CustomerRecord? record, InboundEmail email) =>
        record?.LatestCaseId is { } latest && latest != email.Id && GroupingRules.IsCandidate(latest, email.ReceivedAt, options.Value)
            ? latest
            : null;

    /// <summary>Why a mail joins a case; null when it does not.</summary>
    internal string? JoinReason(GroupedMail mail, GroupingCase candidate) => GroupingRules.Reason(mail, candidate, options.Value);

    /// <summary>Notes that a message opens a case.</summary>
    /// <param name="sender">The sender, as found.</param>
    /// <param name="email">The message.</param>
    /// <param name="isJoinable">Whether other mails of the same minute may join it; not what is automatic or held.</param>
    /// <param name="cancellationToken">Stops before the claim.</param>
    /// <returns>False when the record has changed since it was read: another mail of the same person may have opened a case.</returns>
    internal async Task<bool> ClaimAsync(KnownSender sender, InboundEmail email, bool isJoinable, CancellationToken cancellationToken)
    {
        var before = sender.Own?.Customer;
        if (before?.LatestCaseId == email.Id)
        {
            return true;
        }

        // Robots write a lot at a time and need no claim: their record is not touched, so they never wait for each other.
        if (before is { ErasedAt: null } && !isJoinable)
        {
            await customers.AddCaseAsync(before.Id, email.Id, cancellationToken);
            return true;
        }

        var after = CustomerRules.Opening(before, sender.Identity, email, isJoinable);
        var change = new CustomerChange(after, sender.Own?.ETag) { OpenedCase = email.Id };
        return await customers.SaveAsync(change, cancellationToken) is not null;
    }

    /// <summary>Takes a claim back: the message turned out to be recorded in another case.</summary>
    internal async Task ReleaseAsync(KnownSender sender, TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        var id = sender.Identity.Id;
        await customers.RemoveCaseAsync(id, caseId, cancellationToken);
        if (await customers.LoadAsync(id, cancellationToken) is { } now && now.Customer.LatestCaseId == caseId)
        {
            // When somebody else is faster, the claim is theirs already.
            var earlier = sender.Own?.Customer.LatestCaseId;
            await customers.SaveAsync(
                new CustomerChange(now.Customer with { LatestCaseId = earlier == caseId ? null : earlier }, now.ETag),
                cancellationToken
            );
        }
    }

    /// <summary>Lists a case of a customer that no message of theirs opened, for example one that was taken out of another.</summary>
    internal Task ListAsync(string customerId, TimeOrderedId caseId, CancellationToken cancellationToken) =>
        customers.AddCaseAsync(customerId, caseId, cancellationToken);

    /// <summary>Sets the flags a plan sets. Setting them again changes nothing.</summary>
    internal async Task FlagAsync(string customerId, IReadOnlyList<CustomerFlag> flags, string cause, CancellationToken cancellationToken)
    {
        await ChangeProfileAsync(customerId, profile => CustomerRules.Flagged(profile, flags, cause), cancellationToken);
    }

    /// <summary>Lets the sender's mail through from now on: a block is lifted, and what the mail looks like does not count.</summary>
    internal Task TrustAsync(string customerId, string by, DateTimeOffset now, string? note, CancellationToken cancellationToken) =>
        ChangeProfileAsync(customerId, profile => CustomerRules.Trusted(profile, by, now, note), cancellationToken);

    private async Task ChangeProfileAsync(
        string customerId,
        Func<StoredCustomer, CustomerChange?> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var own = await customers.LoadAsync(customerId, cancellationToken);
            var profile = own?.Customer.MergedInto is { } into ? await customers.LoadAsync(into, cancellationToken) : own;
            if (profile is null || decide(profile) is not { } change || await customers.SaveAsync(change, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The record {customerId} kept changing.");
    }

    /// <summary>How whoever writes from an address wants to be reached; null when they never said.</summary>
    internal async Task<string?> PreferredChannelAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        var own = (await customers.LoadAsync(CustomerIds.Of(address), cancellationToken))?.Customer;
        var profile = own?.MergedInto is { } into ? (await customers.LoadAsync(into, cancellationToken))?.Customer : own;
        return profile?.Preferences.Channel;
    }

    /// <summary>The facts about a customer by record, for cases that are worked on later; null when there is no record.</summary>
    internal async Task<CustomerFacts?> FactsAsync(string customerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await customers.LoadAsync(customerId, cancellationToken) is not { } own)
        {
            return null;
        }

        var profile = own.Customer.MergedInto is { } into ? (await customers.LoadAsync(into, cancellationToken))?.Customer : null;
        return CustomerRules.Facts(null, own.Customer, profile, organisation, now);
    }
}

/// <summary>The sender of a message.</summary>
/// <param name="Identity">The address or account that was written from.</param>
/// <param name="Own">The record of it; null when we never heard of it.</param>
/// <param name="Facts">What counts about the sender.</param>
[DebuggerDisplay("{Facts.Id}")]
internal sealed record KnownSender(SenderIdentity Identity, StoredCustomer? Own, CustomerFacts Facts)
{
    /// <summary>The record that the sender's own one points to; null when it points to none.</summary>
    public CustomerRecord? Profile { get; init; }
}
