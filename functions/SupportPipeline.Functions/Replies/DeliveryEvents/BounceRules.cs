using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>Which reason a refusal has, and for how long its address gets no more mail. The codes are those of RFC 3463. Pure.</summary>
internal static class BounceRules
{
    /// <summary>How long an address rests after a refusal that may well be over soon.</summary>
    public static readonly TimeSpan BlockedRest = TimeSpan.FromDays(3);

    /// <summary>How long an address rests after a lasting refusal that does not say that there is no such address, such as a full or disabled mailbox.</summary>
    public static readonly TimeSpan BouncedRest = TimeSpan.FromDays(30);

    /// <summary>Why, as a value of <see cref="ReasonCode"/>.</summary>
    public static string Reason(DeliveryEvent one) =>
        one.Kind switch
        {
            DeliveryEventKind.Processed => ReasonCode.ProcessedByMailService,
            DeliveryEventKind.Delivered => ReasonCode.DeliveredToRecipient,
            DeliveryEventKind.Deferred => ReasonCode.DelayedByRecipient,
            DeliveryEventKind.Dropped => ReasonCode.DroppedByMailService,
            DeliveryEventKind.SpamReport => ReasonCode.ReportedAsSpam,
            DeliveryEventKind.Unsubscribed => ReasonCode.Unsubscribed,
            DeliveryEventKind.Blocked => ReasonCode.BlockedByRecipient,
            _ when IsTemporary(one) => ReasonCode.BlockedByRecipient,
            _ when IsNoSuchAddress(one) => ReasonCode.AddressDoesNotExist,
            _ => ReasonCode.BouncedByRecipient,
        };

    /// <summary>What follows for the address; null when the refusal is about the mail or about us.</summary>
    public static Suppression? Suppression(DeliveryEvent one) =>
        one.Kind switch
        {
            DeliveryEventKind.SpamReport => Of(one, null),
            DeliveryEventKind.Blocked => Of(one, BlockedRest),
            DeliveryEventKind.Bounced when IsTemporary(one) => Of(one, BlockedRest),
            DeliveryEventKind.Bounced when IsNoSuchAddress(one) => Of(one, null),
            DeliveryEventKind.Bounced => Of(one, BouncedRest),
            DeliveryEventKind.Dropped => Dropped(one),
            _ => null,
        };

    /// <summary>The mail service's words for what it knows about an address; its other reasons are about the mail or the account.</summary>
    private static Suppression? Dropped(DeliveryEvent one) =>
        one.Detail?.ToUpperInvariant() switch
        {
            "BOUNCED ADDRESS" or "INVALID" => Of(one, null),
            "SPAM REPORTING ADDRESS" => Of(one, null) with { Code = ReasonCode.ReportedAsSpam },
            _ => null,
        };

    private static Suppression Of(DeliveryEvent one, TimeSpan? rest) =>
        new()
        {
            Code = Reason(one),
            At = one.At,
            Until = rest is null ? null : one.At + rest,
            Status = one.Status,
            Detail = one.Detail,
        };

    private static bool IsTemporary(DeliveryEvent one) => one.Status?.StartsWith('4') == true;

    private static bool IsNoSuchAddress(DeliveryEvent one) =>
        one.Status?.StartsWith("5.1.", StringComparison.Ordinal) == true
        || (one.Status is null && string.Equals(one.Classification, "Invalid Address", StringComparison.OrdinalIgnoreCase));
}
