using Azure;
using SupportPipeline.Platform;
using SupportPipeline.Replies.Courtesy;

namespace SupportPipeline.Cases;

/// <summary>Where an outgoing reply stands. It only moves forward: drafted, approved, then sent or unknown, then what the delivery events say.</summary>
public enum ReplyState
{
    /// <summary>Waits for a person.</summary>
    Drafted,

    /// <summary>Is to be sent.</summary>
    Approved,

    /// <summary>The mail service accepted it.</summary>
    Sent,

    /// <summary>The request went out and no answer came back; never resent blindly.</summary>
    Unknown,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>The recipient's server refused it.</summary>
    Bounced,

    /// <summary>It was decided not to send it.</summary>
    Suppressed,
}

/// <summary>An outgoing message in the outbox of its case.</summary>
internal sealed record Reply
{
    /// <summary>Unique in its case and the same when the same cause is processed again, so that one cause has one reply.</summary>
    public required string Id { get; init; }

    public required TimeOrderedId CaseId { get; init; }

    /// <summary>The template's scenario, for example <c>acknowledgement</c>.</summary>
    public required string Scenario { get; init; }

    public required ReplyState State { get; init; }

    public required EmailAddress To { get; init; }

    public required string? ToName { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required string Language { get; init; }

    /// <summary>The message that caused it; its time is the time of receipt.</summary>
    public required TimeOrderedId CauseId { get; init; }

    /// <summary>The external id of that message, without brackets.</summary>
    public required string? InReplyTo { get; init; }

    /// <summary>The reference chain up to that message, oldest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often the mail service was asked in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>Set while a process is sending it again after a failed attempt; the first attempt is claimed in the send ledger.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When the mail service accepted it; the timeline shows it from here.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The mail service's id of the mail.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>Since when nobody knows whether it was sent.</summary>
    public DateTimeOffset? UnknownSince { get; init; }

    /// <summary>What the delivery events told of it.</summary>
    public DeliveryFate Fate { get; init; } = DeliveryFate.Untold;

    /// <summary>Why it stands where it stands, a value of <see cref="ReasonCode"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What the courtesy check found in the text.</summary>
    public IReadOnlyList<CourtesyFindingDocument> Findings { get; init; } = [];

    /// <summary>The agent who wrote it, as signed in; null when the software did.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The agent who sent it off; null when the software did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The time the text promises something by; null when it promises nothing.</summary>
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>Whether no person had a hand in it; only such replies count against the caps.</summary>
    public bool IsAutomatic => WrittenBy is null && ApprovedBy is null;
}

/// <summary>
/// What the delivery events told of a reply. Each fact is a property of its own that only events write and that is never taken back, so events may
/// come twice and in any order; where the reply stands follows from the facts (<see cref="DeliveryFates"/>).
/// </summary>
internal sealed record DeliveryFate
{
    /// <summary>No event has come.</summary>
    public static readonly DeliveryFate Untold = new();

    /// <summary>When the mail service processed it.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When the recipient's server took it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>The mail service's id of the mail, as the events give it.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>How it failed, or was complained about; null when it did not.</summary>
    public DeliveryFailure? Failure { get; init; }
}

/// <summary>How a reply failed.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
/// <param name="Status">The server's enhanced status code, for example <c>5.1.1</c>; null when it gave none.</param>
/// <param name="Detail">What the server or the mail service said, cleaned; may hold the recipient's address.</param>
internal sealed record DeliveryFailure(DateTimeOffset At, string Reason, string? Status, string? Detail);

/// <summary>A reply as it stands in the outbox.</summary>
internal sealed record StoredReply(Reply Reply, ETag ETag);
