using Azure;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>Whether somebody still has to do something about a case.</summary>
public enum CaseState
{
    /// <summary>Somebody has to.</summary>
    Open,

    /// <summary>An agent thinks it is solved; the customer is asked.</summary>
    Solved,

    /// <summary>Nobody has to.</summary>
    Closed,

    /// <summary>Kept out of the desk's way with a reason, until an agent releases it.</summary>
    Held,
}

/// <summary>Something that is to be done for a case at a time.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When it is due.</param>
/// <param name="Cause">What it was promised with: a message, a reply or an agent's act. Kind and cause make it unique in its case.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
/// <param name="Note">For people, and for what the kind needs to know.</param>
internal sealed record CaseFollowUp(FollowUpKind Kind, DateTimeOffset At, string Cause, string Reason, string? Note = null);

/// <summary>How a case stands; what joining two cases changes, and what undoing it gives back.</summary>
internal sealed record CaseStanding(CaseState State, int Urgency, DateTimeOffset? WaitingSince, string? EscalatedTo)
{
    /// <summary>How a case stands now.</summary>
    public static CaseStanding Of(CaseSnapshot snapshot) =>
        new(snapshot.State, snapshot.Urgency, snapshot.WaitingSince, snapshot.EscalatedTo);
}

/// <summary>A case that was joined into another, with what is needed to take it out again; stands with the case that stays.</summary>
/// <param name="CaseId">The case that was joined in.</param>
/// <param name="Participants">Whose mail could join only since then.</param>
/// <param name="Before">How the case that stays stood before.</param>
/// <param name="After">How it stood right after.</param>
/// <param name="Dropped">The follow-ups it gave up then.</param>
internal sealed record MergedCase(
    TimeOrderedId CaseId,
    IReadOnlyList<string> Participants,
    CaseStanding Before,
    CaseStanding After,
    IReadOnlyList<CaseFollowUp> Dropped
);

/// <summary>What a case that was joined into another put aside; taken up again when it is taken out.</summary>
internal sealed record SetAside(CaseStanding Standing, DateTimeOffset? ClosedAt, IReadOnlyList<CaseFollowUp> FollowUps);

/// <summary>A message that became a case of its own, with the replies it had had; answers to those follow it.</summary>
internal sealed record SplitCase(TimeOrderedId CaseId, IReadOnlyList<string> Replies);

/// <summary>The snapshot of one case; the messages, the timeline and the outbox beside it are the history.</summary>
internal sealed record CaseSnapshot
{
    public required TimeOrderedId Id { get; init; }

    public required CaseNumber Number { get; init; }

    public required string Subject { get; init; }

    public CaseState State { get; init; } = CaseState.Open;

    /// <summary>Raised with every change; an agent who writes says which version was seen.</summary>
    public int Version { get; init; } = 1;

    /// <summary>1 (now) to 4 (whenever).</summary>
    public required int Urgency { get; init; }

    public required string Team { get; init; }

    /// <summary>The customer's language, or <c>und</c>.</summary>
    public required string Language { get; init; }

    public required string? CustomerName { get; init; }

    public required string? CustomerAddress { get; init; }

    /// <summary>Hashes of the addresses whose mail may join the case.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    public required DateTimeOffset LastMessageAt { get; init; }

    public int MessageCount { get; init; } = 1;

    /// <summary>How many automatic replies were planned so far.</summary>
    public int AutomaticReplies { get; init; }

    /// <summary>How often the customer said that it was not solved.</summary>
    public int Reopenings { get; init; }

    /// <summary>How often the customer was asked to stop insulting.</summary>
    public int AbuseWarnings { get; init; }

    /// <summary>Whether the neutral note that follows a threat was planned.</summary>
    public bool HasHoldingNote { get; init; }

    /// <summary>The incident whose customers were told, when this is one of them.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Since when the customer waits for a person; null when nobody is waiting.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Praise minus criticism of the latest messages, oldest first, each from -1 to 1.</summary>
    public IReadOnlyList<double> Moods { get; init; } = [];

    /// <summary>The case the opening message pointed to, when its sender was not part of it.</summary>
    public TimeOrderedId? LinkedCaseId { get; init; }

    /// <summary>The record of the customer; null when the sender has no usable address.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The agent who looks after it, as signed in; null when nobody does.</summary>
    public string? Assignee { get; init; }

    /// <summary>Who besides the agent has to look, for example <c>supervisor</c>; null when nobody.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>Why it is held, a value of <see cref="ReasonCode"/>; null when it is not.</summary>
    public string? HeldReason { get; init; }

    /// <summary>When an agent marked it as solved, for the last time.</summary>
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>When it was closed, for the last time.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether the customer's own word closed it.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Automatic reopenings since an agent last worked on it.</summary>
    public int AutomaticReopenings { get; init; }

    /// <summary>What is to be done for it, soonest first.</summary>
    public IReadOnlyList<CaseFollowUp> FollowUps { get; init; } = [];

    /// <summary>The case it was joined into.</summary>
    public TimeOrderedId? MergedInto { get; init; }

    /// <summary>The cases that were joined into it.</summary>
    public IReadOnlyList<MergedCase> Merged { get; init; } = [];

    /// <summary>What it put aside when it was joined into another; null when it was not.</summary>
    public SetAside? SetAside { get; init; }

    /// <summary>The messages that were split off.</summary>
    public IReadOnlyList<SplitCase> SplitOff { get; init; } = [];

    public DateTimeOffset OpenedAt => Id.CreatedAt;
}

/// <summary>A snapshot as it stands in storage.</summary>
internal sealed record StoredCase(CaseSnapshot Case, ETag ETag);

/// <summary>What was decided about a message and why; every decision not to act is one too.</summary>
/// <param name="Kind"><c>thread</c>, <c>acknowledgement</c> or <c>content</c>.</param>
/// <param name="Result">What was decided, for example <c>joined</c> or <c>not-sent</c>.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
/// <param name="Evidence">What it rests on, for example the header.</param>
internal sealed record Decision(string Kind, string Result, string Reason, string? Evidence = null);

/// <summary>One message in a case: one entry of the timeline, with every decision that was made about it.</summary>
internal sealed record CaseMessage
{
    public required TimeOrderedId Id { get; init; }

    public required string Channel { get; init; }

    public required string? FromName { get; init; }

    public required string? FromAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>The whole text, or its beginning when <see cref="TextBlob"/> holds the whole.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer wrote in this message, without quotes and signature.</summary>
    public required string OwnWords { get; init; }

    public required string? TextBlob { get; init; }

    public required string Language { get; init; }

    public required string? ExternalId { get; init; }

    public required string RawBlob { get; init; }

    public required IReadOnlyList<StoredAttachment> Attachments { get; init; }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>What was understood of it.</summary>
    public required TriageDocument Triage { get; init; }

    /// <summary>The text that was triaged; offsets of evidence point into it.</summary>
    public required string TriagedText { get; init; }

    /// <summary>What was decided to do, and not to do.</summary>
    public required PlanDocument Plan { get; init; }

    /// <summary>Whether it is automatic mail, which nobody waits to be answered.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The version of the case it belongs to.</summary>
    public int Version { get; init; } = 1;

    public DateTimeOffset ReceivedAt => Id.CreatedAt;
}

/// <summary>Something that happened to a case and is no message.</summary>
/// <param name="Key">Makes the entry unique in its case; a repeated happening with the same key is the same entry.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What, for example <c>reply-sent</c>.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="By">Who did it, as signed in; null when the software did.</param>
/// <param name="Note">What that person wrote about it.</param>
internal sealed record TimelineEvent(
    string Key,
    DateTimeOffset At,
    string Kind,
    string Reason,
    string? Evidence = null,
    string? By = null,
    string? Note = null
)
{
    /// <summary>The version of the case it belongs to; 0 when it did not change the case.</summary>
    public int Version { get; init; }
}

/// <summary>A change of a case that is stored as a whole or not at all.</summary>
/// <param name="Case">The new snapshot.</param>
/// <param name="Expected">The version it was made from; null opens the case.</param>
/// <param name="Before">The snapshot it was made from; null opens the case.</param>
internal sealed record CaseChange(CaseSnapshot Case, ETag? Expected, CaseSnapshot? Before)
{
    /// <summary>A message that comes in with it.</summary>
    public CaseMessage? Message { get; init; }

    /// <summary>New replies for the outbox: to be sent, and drafts.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>Replies that move.</summary>
    public IReadOnlyList<(StoredReply Before, Reply After)> Moved { get; init; } = [];

    /// <summary>What happened, for the timeline.</summary>
    public IReadOnlyList<TimelineEvent> Events { get; init; } = [];

    /// <summary>A message of the case about which was decided again.</summary>
    public CaseMessage? MessageAgain { get; init; }

    /// <summary>A message that leaves the case and becomes the case of the same id; a mark stays, so that it does not come in a second time.</summary>
    public TimeOrderedId? MessageLeaving { get; init; }

    /// <summary>A change of a stored case.</summary>
    public static CaseChange Of(StoredCase before, CaseSnapshot after) => new(after, before.ETag, before.Case);
}

/// <summary>How a commit ended.</summary>
internal abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>Stored.</summary>
    /// <param name="Case">The case as it stands now.</param>
    /// <param name="Replies">The new and the moved replies as they stand in the outbox.</param>
    public sealed record Committed(CaseSnapshot Case, IReadOnlyList<StoredReply> Replies) : CommitResult;

    /// <summary>The message or the reply was in the case before: the same came again.</summary>
    public sealed record AlreadyRecorded : CommitResult;

    /// <summary>Somebody else changed the case in between: load and decide again.</summary>
    public sealed record Conflict : CommitResult;
}
