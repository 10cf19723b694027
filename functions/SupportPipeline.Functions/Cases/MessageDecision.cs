using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;

namespace SupportPipeline.Cases;

/// <summary>Decides what a message changes: the case, the message's entry with every reason, and the reply. Pure but for the compiled templates.</summary>
public sealed class MessageDecision(
    AcknowledgementWriter acknowledgements,
    IOptions<CasesOptions> options,
    IOptions<RepliesOptions> replies
)
{
    /// <summary>A message that opens a case.</summary>
    internal CaseChange Open(ReceivedEmail received, Placement.New placement, CaseNumber number, DateTimeOffset now)
    {
        var email = received.Email;
        var decision = AcknowledgementRule.Decide(Facts(email, opensCase: true, automaticReplies: 0));
        var reply = decision.IsToBeSent ? acknowledgements.Write(email, email.From!, email.Id, number, now) : null;
        var snapshot = new CaseSnapshot
        {
            Id = email.Id,
            Number = number,
            Subject = email.Subject,
            Team = options.Value.Team,
            Language = email.Language,
            CustomerName = email.From?.Name,
            CustomerAddress = email.From?.Address.Value,
            Participants = Participants([], email),
            LastMessageAt = email.ReceivedAt,
            AutomaticReplies = reply is null ? 0 : 1,
            LinkedCaseId = placement.LinkedCaseId,
        };
        var thread = new Decision(
            "thread",
            placement.LinkedCaseId is null ? "opened" : "opened-linked",
            placement.Reason,
            placement.LinkedCaseId?.Value
        );
        return new(snapshot, null, Message(received, thread, Describe(decision, reply)), reply);
    }

    /// <summary>A message that joins a case.</summary>
    internal CaseChange Join(ReceivedEmail received, Placement.Existing placement)
    {
        var email = received.Email;
        var before = placement.Found.Case;
        var decision = AcknowledgementRule.Decide(Facts(email, opensCase: false, before.AutomaticReplies));
        var after = before with
        {
            LastMessageAt = before.LastMessageAt > email.ReceivedAt ? before.LastMessageAt : email.ReceivedAt,
            MessageCount = before.MessageCount + 1,
            Participants = Participants(before.Participants, email),
            Language = before.Language == "und" ? email.Language : before.Language,
        };
        var thread = new Decision("thread", "joined", placement.Reason);
        return new(after, placement.Found.ETag, Message(received, thread, Describe(decision, null)), null);
    }

    private AcknowledgementFacts Facts(InboundEmail email, bool opensCase, int automaticReplies) =>
        new(
            email.Automatic,
            email.From,
            opensCase,
            automaticReplies,
            replies.Value.MaxAutomaticPerCase,
            replies.Value.AcknowledgementsEnabled
        );

    private static Decision Describe(AcknowledgementDecision decision, Reply? reply) =>
        reply is { State: ReplyState.Drafted }
            ? new("acknowledgement", "drafted", reply.Reason)
            : new("acknowledgement", decision.IsToBeSent ? "planned" : "not-sent", decision.Reason, decision.Evidence);

    private List<string> Participants(IReadOnlyList<string> before, InboundEmail email)
    {
        var all = new List<string>(before);
        if (email.From is { } from)
        {
            all.Add(from.Address.Hash);
        }

        all.AddRange(email.OtherRecipients.Select(mailbox => mailbox.Address.Hash));
        return [.. all.Distinct(StringComparer.Ordinal).Take(options.Value.MaxParticipants)];
    }

    private static CaseMessage Message(ReceivedEmail received, Decision thread, Decision acknowledgement)
    {
        var email = received.Email;
        return new()
        {
            Id = email.Id,
            Channel = received.Channel,
            FromName = email.From?.Name,
            FromAddress = email.From?.Address.Value,
            Subject = email.Subject,
            Text = StoredText.Clean(email.Text, StoredText.MaxPropertyLength),
            OwnWords = StoredText.Clean(email.OwnWords, StoredText.MaxPropertyLength),
            TextBlob = received.TextBlob,
            Language = email.Language,
            ExternalId = email.MessageId,
            RawBlob = received.RawBlob,
            Attachments = received.Attachments,
            Decisions = [thread, acknowledgement, .. email.Problems.Select(problem => new Decision("content", "noted", problem))],
        };
    }
}

/// <summary>An email with what was kept of it.</summary>
internal sealed record ReceivedEmail(
    InboundEmail Email,
    string Channel,
    string RawBlob,
    IReadOnlyList<StoredAttachment> Attachments,
    string? TextBlob
);
