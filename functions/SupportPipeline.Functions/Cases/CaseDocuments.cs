using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number people use, in groups of four.</param>
/// <param name="Subject">The subject of the first message.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
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
);

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
    IReadOnlyList<TimelineEntryDocument> Timeline,
    IReadOnlyList<ReplyDocument> Replies
)
{
    /// <summary>Makes the document of a case.</summary>
    public static CaseDocument Of(CaseHistory history)
    {
        var snapshot = history.Case;
        var messages = history.Messages.Select(message => new TimelineEntryDocument(
            message.ReceivedAt,
            "message",
            null,
            null,
            null,
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
                message.Plan
            )
        ));
        var events = history.Events.Select(happening => new TimelineEntryDocument(
            happening.At,
            "event",
            happening.Kind,
            happening.Reason,
            happening.Evidence,
            null
        ));
        var sent = history
            .Replies.Where(stored => stored.Reply.SentAt is not null)
            .Select(stored => new TimelineEntryDocument(
                stored.Reply.SentAt!.Value,
                "event",
                "reply-sent",
                ReasonCode.AcceptedByMailService,
                null,
                null
            ));
        var delivered = history
            .Replies.Where(stored => stored.Reply.Fate.DeliveredAt is not null)
            .Select(stored => new TimelineEntryDocument(
                stored.Reply.Fate.DeliveredAt!.Value,
                "event",
                "reply-delivered",
                ReasonCode.DeliveredToRecipient,
                null,
                null
            ));
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
            [.. messages.Concat(events).Concat(sent).Concat(delivered).OrderBy(entry => entry.At)],
            [.. history.Replies.Select(stored => ReplyDocument.Of(stored.Reply))]
        );
    }
}

/// <summary>A person.</summary>
internal sealed record PersonDocument(string? Name, string? Address);

/// <summary>One entry of the timeline: a message, or something that happened.</summary>
internal sealed record TimelineEntryDocument(
    DateTimeOffset At,
    string Type,
    string? Kind,
    string? Reason,
    string? Evidence,
    MessageDocument? Message
);

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
    PlanDocument Plan
);

/// <summary>An attachment of a message.</summary>
internal sealed record AttachmentDocument(string FileName, string ContentType, long Length);

/// <summary>A reply of a case.</summary>
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
    IReadOnlyList<CourtesyFindingDocument> Findings
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
            reply.Findings
        );
}
