using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>What an event of the mail service tells.</summary>
internal enum DeliveryEventKind
{
    /// <summary>Nothing that matters here: opens, clicks, changes of the account.</summary>
    Other,

    /// <summary>The mail service is about to deliver it.</summary>
    Processed,

    /// <summary>The recipient's server asked to try again later.</summary>
    Deferred,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>The recipient's server refused it for good.</summary>
    Bounced,

    /// <summary>The recipient's server refused it for now, or for what it thinks of the sender.</summary>
    Blocked,

    /// <summary>The mail service did not try.</summary>
    Dropped,

    /// <summary>The recipient called it spam.</summary>
    SpamReport,

    /// <summary>The recipient wants no more mail that was not asked for.</summary>
    Unsubscribed,

    /// <summary>The recipient wants it again.</summary>
    Resubscribed,
}

/// <summary>One event of the mail service.</summary>
internal sealed record DeliveryEvent
{
    public required DeliveryEventKind Kind { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same for the same event however often it comes: a hash of the mail service's own id of it.</summary>
    public required string Key { get; init; }

    /// <summary>The case of the reply it is about; null when the mail was none of ours.</summary>
    public TimeOrderedId? CaseId { get; init; }

    /// <summary>The reply it is about; null when the mail was none of ours.</summary>
    public string? ReplyId { get; init; }

    /// <summary>The notice it is about; null when the mail was no notice of ours.</summary>
    public NoticePlace? Notice { get; init; }

    /// <summary>The recipient, when the address can be read.</summary>
    public EmailAddress? Address { get; init; }

    /// <summary>The mail service's id of the mail, as it gave it when it accepted the mail.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>The enhanced status code (RFC 3463), for example <c>5.1.1</c>.</summary>
    public string? Status { get; init; }

    /// <summary>What the server or the mail service said, on one line.</summary>
    public string? Detail { get; init; }

    /// <summary>The mail service's own class of a bounce, for example <c>Invalid Address</c>.</summary>
    public string? Classification { get; init; }
}

/// <summary>A recipient of a notice.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Attempt">The request the mail was part of.</param>
/// <param name="Place">The place in the slice.</param>
internal sealed record NoticePlace(string IncidentId, string NoticeId, int Slice, int Attempt, int Place);
