using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>What a message and its plan make of a customer's record. Pure.</summary>
internal static class CustomerRules
{
    private const int MaxNameLength = 200;

    /// <summary>What counts about a sender.</summary>
    /// <param name="address">The address written from; null when the record is all there is.</param>
    /// <param name="own">The record of the address.</param>
    /// <param name="profile">The record it points to.</param>
    /// <param name="organisation">Whose domains are internal.</param>
    /// <param name="now">When flags are to count.</param>
    public static CustomerFacts Facts(
        EmailAddress? address,
        CustomerRecord? own,
        CustomerRecord? profile,
        Organisation organisation,
        DateTimeOffset now
    )
    {
        // The account of a platform may look like an address and is none.
        var isAddress = own?.Identity is { Kind: CustomerIds.Email };
        var known = address ?? (isAddress && EmailAddress.TryParse(own?.Identity?.Value, out var stored) ? stored : null);
        return new(own?.Id ?? CustomerIds.Of(address!.Value))
        {
            Flags = [.. Flags(profile, now).Concat(Flags(own, now)).DistinctBy(flag => flag.Name, StringComparer.Ordinal)],
            Language = profile?.Preferences.Language ?? own?.Preferences.Language,
            IsInternal = known is { } from && organisation.IsInternal(from.Domain),
        };
    }

    /// <summary>The record after a message has opened a case. What was erased begins anew; only its version goes on.</summary>
    public static CustomerRecord Opening(CustomerRecord? before, SenderIdentity sender, InboundEmail email, bool isJoinable)
    {
        var fresh = before is null or { ErasedAt: not null }
            ? new CustomerRecord
            {
                Id = sender.Id,
                Version = (before?.Version ?? 0) + 1,
                Identity = sender.Identity,
                FirstSeenAt = email.ReceivedAt,
            }
            : before;
        var name = (email.From?.Name ?? email.Social?.Name) is { Length: > 0 } given ? StoredText.CleanLine(given, MaxNameLength) : null;
        return fresh with
        {
            Name = fresh.Name ?? (name?.Length > 0 ? name : null),
            Identity = fresh.Identity ?? sender.Identity,
            // A message that comes again must not take the claim back from a later one.
            LatestCaseId = isJoinable && !(fresh.LatestCaseId > email.Id) ? email.Id : fresh.LatestCaseId,
        };
    }

    /// <summary>The change that sets flags, with their entries in the log; null when all of them are there already.</summary>
    public static CustomerChange? Flagged(StoredCustomer before, IReadOnlyList<CustomerFlag> flags, string cause)
    {
        var (after, log) = (before.Customer, new List<CustomerLogEntry>());
        foreach (var flag in flags)
        {
            var changed = flag.Name == CustomerFlagNames.NoCampaigns ? WithoutCampaigns(after) : With(after, flag);
            if (changed != after)
            {
                after = changed;
                log.Add(new($"{cause}:{flag.Name}", flag.At, "flag-set", flag.Name, flag.By, flag.Why));
            }
        }

        return log.Count == 0 ? null : CustomerChange.Of(before, after, log);
    }

    /// <summary>The change that lets a sender's mail through; null when nothing stands in its way.</summary>
    public static CustomerChange? Trusted(StoredCustomer before, string by, DateTimeOffset now, string? note)
    {
        var trusted = new CustomerFlag(CustomerFlagNames.Trusted, null, note ?? ReasonCode.Released, by, now);
        var after = With(
            before.Customer with
            {
                Flags = [.. before.Customer.Flags.Where(flag => flag.Name != CustomerFlagNames.Blocked)],
            },
            trusted
        );
        return after.Flags.SequenceEqual(before.Customer.Flags)
            ? null
            : CustomerChange.Of(before, after, new CustomerLogEntry($"trusted:{now.UtcTicks}", now, "flag-set", trusted.Name, by, note));
    }

    /// <summary>Sets a flag; one that lasts at least as long stays as it is.</summary>
    private static CustomerRecord With(CustomerRecord before, CustomerFlag flag)
    {
        var same = before.Flags.FirstOrDefault(other => other.Name == flag.Name);
        return same is not null && (same.Until is null || same.Until >= flag.Until)
            ? before
            : before with
            {
                Flags = [.. before.Flags.Where(other => other.Name != flag.Name), flag],
            };
    }

    private static CustomerRecord WithoutCampaigns(CustomerRecord before) =>
        before.Preferences.Consents.Campaigns == false
            ? before
            : before with
            {
                Preferences = before.Preferences with { Consents = before.Preferences.Consents with { Campaigns = false } },
            };

    private static IEnumerable<CustomerFlag> Flags(CustomerRecord? record, DateTimeOffset now) => record?.FlagsAt(now) ?? [];
}
