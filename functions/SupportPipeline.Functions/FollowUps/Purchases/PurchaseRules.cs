using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>Which purchases are followed up, and whether it still is the time to ask. Pure.</summary>
internal static class PurchaseRules
{
    private const int MaxLength = 200;

    /// <summary>Checks a purchase: the purchase, or why it is rejected.</summary>
    public static (Purchase? Purchase, string? Problem) Check(
        PurchaseRequest asked,
        Desk desk,
        Organisation organisation,
        PurchasesOptions options,
        DateTimeOffset now
    )
    {
        var product = StoredText.CleanLine(asked.Product, MaxLength + 1);
        var language = asked.Customer.Language ?? "und";
        var hasAddress = EmailAddress.TryParse(asked.Customer.Email, out var address);
        var problem =
            asked.EventId.Length is 0 or > MaxLength ? "event-id-invalid"
            : !hasAddress ? "email-invalid"
            : IsOurs(asked.Customer.Email, desk) ? "email-ours"
            : asked.Customer.Name is { Length: > MaxLength } ? "name-invalid"
            : asked.Customer.Language is { } named && !Organisation.KnownLanguages.Contains(named, StringComparer.Ordinal)
                ? "language-unknown"
            : product.Length is 0 or > MaxLength ? "product-invalid"
            : asked.PurchasedAt > now.AddDays(1) ? "purchased-in-the-future"
            : asked.PurchasedAt < now.AddDays(-options.MaxAgeDays) ? "purchased-too-long-ago"
            : null;
        if (problem is not null)
        {
            return (null, problem);
        }

        var planned = asked.PurchasedAt.ToUniversalTime().AddDays(options.CheckInAfterDays);
        var at = DecentHour.From(planned > now ? planned : now, organisation.Calendar.TimeZone);
        var name = StoredText.CleanLine(asked.Customer.Name ?? "", MaxLength);
        return (new(StableHash.Of("purchase:" + asked.EventId), address, name.Length > 0 ? name : null, language, product, at), null);
    }

    /// <summary>Why the customer is not asked now; null when nothing speaks against it. No consent is needed to ask about a purchase.</summary>
    public static string? Refuse(CustomerStanding standing) =>
        standing.IsAbusive ? FollowUpReason.CustomerAbusive
        : standing.OpenCases.Count > 0 ? FollowUpReason.OtherCaseOpen
        : null;

    private static bool IsOurs(string email, Desk desk) =>
        EmailAddress.TryParse(email, out var address) && desk.OwnAddresses.Contains(PlusAddress.WithoutTag(address));
}
