using SupportPipeline.Customers;
using SupportPipeline.Insights;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number people use, in groups of four.</param>
/// <param name="Subject">The subject of the first message.</param>
/// <param name="State"><c>open</c>, <c>solved</c>, <c>closed</c> or <c>held</c>.</param>
/// <param name="Urgency">1 (now) to 4 (whenever).</param>
/// <param name="Language">The customer's language, or <c>und</c>.</param>
/// <param name="CustomerName">The customer's name, when known.</param>
/// <param name="CustomerAddress">The customer's address, when known.</param>
/// <param name="OpenedAt">When the first message was received.</param>
/// <param name="LastMessageAt">When the last message was received.</param>
/// <param name="MessageCount">How many messages it has.</param>
public sealed record CaseListItem(
    string Id,
    string Number,
    string Subject,
    string State,
    int Urgency,
    string Language,
    string? CustomerName,
    string? CustomerAddress,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastMessageAt,
    int MessageCount
)
{
    /// <summary>Why it is held; null when it is not.</summary>
    public string? HeldReason { get; init; }

    /// <summary>Who besides the agent has to look; null when nobody.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The agent who looks after it; null when nobody does.</summary>
    public string? Assignee { get; init; }

    /// <summary>Makes the item of a case.</summary>
    internal static CaseListItem Of(CaseSnapshot snapshot) =>
        new(
            snapshot.Id.Value,
            snapshot.Number.ToString(),
            snapshot.Subject,
            snapshot.State.ToString().ToLowerInvariant(),
            snapshot.Urgency,
            snapshot.Language,
            snapshot.CustomerName,
            snapshot.CustomerAddress,
            snapshot.OpenedAt,
            snapshot.LastMessageAt,
            snapshot.MessageCount
        )
        {
            HeldReason = snapshot.HeldReason,
            EscalatedTo = snapshot.EscalatedTo,
            Assignee = snapshot.Assignee,
        };
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Give it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>One case with its timeline, every decision and its reason, and its replies.</summary>
internal sealed record CaseDocument(
    string Id,
    string Number,
    string Subject,
    string State,
    int Urgency,
    string Team,
    string Language,
    PersonDocument Customer,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastMessageAt,
    int MessageCount,
    string? LinkedCaseId,
    int Version,
    string? CustomerId,
    string? Assignee,
    string? EscalatedTo,
    string? HeldReason,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? SolvedAt,
    DateTimeOffset? ClosedAt,
    bool IsConfirmed,
    string? MergedInto,
    IReadOnlyList<string> Merged,
    IReadOnlyList<FollowUpDocument> FollowUps,
    IReadOnlyList<TimelineEntryDocument> Timeline,
    IReadOnlyList<ReplyDocument> Replies
)
{
    /// <summary>The incident it is about; null when there is none.</summary>
    public string? IncidentId { get; init; }

    /// <summary>What is noted about the customer and counts now, for whoever reads the case next.</summary>
    public IReadOnlyList<FlagDocument> CustomerFlags { get; init; } = [];

    /// <summary>The service goals, as the timeline and the calendar give them now.</summary>
    public IReadOnlyList<GoalDocument> Goals { get; init; } = [];

    /// <summary>Makes the document of a case.</summary>
    /// <param name="history">The case.</param>
    /// <param name="merged">The cases that were joined into it; their conversations stand in the same timeline.</param>
    public static CaseDocument Of(CaseHistory history, params IReadOnlyList<CaseHistory> merged)
    {
        var snapshot = history.Case;
        var all = merged.Prepend(history).ToList();
        return new(
            snapshot.Id.Value,
            snapshot.Number.ToString(),
            snapshot.Subject,
            snapshot.State.ToString().ToLowerInvariant(),
            snapshot.Urgency,
            snapshot.Team,
            snapshot.Language,
            new(snapshot.CustomerName, snapshot.CustomerAddress),
            snapshot.OpenedAt,
            snapshot.LastMessageAt,
            snapshot.MessageCount,
            snapshot.LinkedCaseId?.Value,
            snapshot.Version,
            snapshot.CustomerId,
            snapshot.Assignee,
            snapshot.EscalatedTo,
            snapshot.HeldReason,
            snapshot.WaitingSince,
            snapshot.SolvedAt,
            snapshot.ClosedAt,
            snapshot.IsConfirmed,
            snapshot.MergedInto?.Value,
            [.. snapshot.Merged.Select(part => part.CaseId.Value)],
            [.. snapshot.FollowUps.Select(FollowUpDocument.Of)],
            [
                .. all.SelectMany(one =>
                        TimelineEntryDocument.Of(one).Select(entry => one == history ? entry : entry with { CaseId = one.Case.Id.Value })
                    )
                    .OrderBy(entry => entry.At),
            ],
            [.. all.SelectMany(one => one.Replies).Select(stored => ReplyDocument.Of(stored.Reply))]
        )
        {
            IncidentId = snapshot.IncidentId,
        };
    }

    /// <summary>What came after a version.</summary>
    public static IReadOnlyList<TimelineEntryDocument> ChangesSince(CaseHistory history, int version) =>
        [.. TimelineEntryDocument.Of(history).Where(entry => entry.Version > version).OrderBy(entry => entry.Version)];
}

/// <summary>Something that is scheduled.</summary>
internal sealed record FollowUpDocument(string Kind, DateTimeOffset At, string Reason, string? Note)
{
    /// <summary>Makes the document of a follow-up.</summary>
    public static FollowUpDocument Of(CaseFollowUp followUp) =>
        new(KebabCase.NameOf(followUp.Kind), followUp.At, followUp.Reason, followUp.Note);
}

/// <summary>A person.</summary>
internal sealed record PersonDocument(string? Name, string? Address);

/// <summary>
/// One entry of the timeline: a message, or something that happened. <c>CaseId</c> names the case when it is one that was joined in, <c>ReplyId</c> the
/// reply that was sent.
/// </summary>
internal sealed record TimelineEntryDocument(
    DateTimeOffset At,
    string Type,
    string? Kind,
    string? Reason,
    string? Evidence,
    MessageDocument? Message,
    string? By = null,
    string? Note = null,
    int Version = 0,
    string? CaseId = null,
    string? ReplyId = null
)
{
    /// <summary>Every entry of a case, in no order.</summary>
    public static IEnumerable<TimelineEntryDocument> Of(CaseHistory history)
    {
        foreach (var message in history.Messages)
        {
            yield return new(message.ReceivedAt, "message", null, null, null, MessageDocument.Of(message), Version: message.Version);
        }

        foreach (var happening in history.Events)
        {
            yield return new(
                happening.At,
                "event",
                happening.Kind,
                happening.Reason,
                happening.Evidence,
                null,
                happening.By,
                happening.Note,
                happening.Version
            );
        }

        foreach (var reply in history.Replies.Select(stored => stored.Reply).Where(reply => reply.SentAt is not null))
        {
            yield return new(reply.SentAt!.Value, "event", "reply-sent", ReasonCode.AcceptedByMailService, null, null, reply.ApprovedBy)
            {
                ReplyId = reply.Id,
            };
        }

        foreach (var reply in history.Replies.Select(stored => stored.Reply).Where(reply => reply.Fate.DeliveredAt is not null))
        {
            // Events have whole seconds: what was delivered in the second it was sent in would stand before it.
            var at = reply.Fate.DeliveredAt!.Value < reply.SentAt ? reply.SentAt!.Value : reply.Fate.DeliveredAt.Value;
            yield return new(at, "event", "reply-delivered", ReasonCode.DeliveredToRecipient, null, null);
        }
    }
}

/// <summary>A message of a case.</summary>
internal sealed record MessageDocument(
    string Id,
    string Channel,
    PersonDocument From,
    string Subject,
    string Text,
    string OwnWords,
    bool IsTextCut,
    string Language,
    string? ExternalId,
    IReadOnlyList<AttachmentDocument> Attachments,
    IReadOnlyList<Decision> Decisions,
    TriageDocument Triage,
    string TriagedText,
    PlanDocument Plan,
    string? MentionId
)
{
    /// <summary>Makes the document of a message.</summary>
    public static MessageDocument Of(CaseMessage message) =>
        new(
            message.Id.Value,
            message.Channel,
            new(message.FromName, message.FromAddress),
            message.Subject,
            message.Text,
            message.OwnWords,
            message.TextBlob is not null,
            message.Language,
            message.ExternalId,
            [
                .. message.Attachments.Select(attachment => new AttachmentDocument(
                    attachment.FileName,
                    attachment.ContentType,
                    attachment.Length
                )),
            ],
            message.Decisions,
            message.Triage,
            message.TriagedText,
            message.Plan,
            SocialMessage.MentionIdOf(message.Channel, message.ExternalId)
        );
}

/// <summary>An attachment of a message.</summary>
internal sealed record AttachmentDocument(string FileName, string ContentType, long Length);

/// <summary>A reply of a case; <c>CaseId</c> is where it is changed and approved, which is another case when that was joined in.</summary>
internal sealed record ReplyDocument(
    string Id,
    string Scenario,
    string State,
    string To,
    string Subject,
    string Text,
    string Language,
    DateTimeOffset CreatedAt,
    int Attempts,
    string Reason,
    string? ProviderMessageId,
    IReadOnlyList<CourtesyFindingDocument> Findings,
    string? WrittenBy = null,
    string? ApprovedBy = null,
    DateTimeOffset? PromisedBy = null,
    string? CaseId = null
)
{
    /// <summary>Makes the document of a reply.</summary>
    public static ReplyDocument Of(Reply reply) =>
        new(
            reply.Id,
            reply.Scenario,
            reply.State.ToString().ToLowerInvariant(),
            reply.To.Value,
            reply.Subject,
            reply.Text,
            reply.Language,
            reply.CreatedAt,
            reply.Attempts,
            reply.Reason,
            reply.ProviderMessageId,
            reply.Findings,
            reply.WrittenBy,
            reply.ApprovedBy,
            reply.PromisedBy,
            reply.CaseId.Value
        );
}
