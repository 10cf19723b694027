using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;

namespace SupportPipeline.Cases.Agents;

/// <summary>What making a message a case of its own changes: the case that opens, and the one the message leaves. Pure.</summary>
internal static class SplitDecisions
{
    /// <summary>A conversation in which everything is about something else is not mended by taking it apart.</summary>
    public const int MaxSplitOff = 20;

    /// <summary>The new case: the message, the drafts written for it, and what was promised with it.</summary>
    public static CaseChange Open(CaseHistory from, CaseMessage message, CaseNumber number, string? note, AgentAct act)
    {
        var old = from.Case;
        var waits = !message.IsAutomatic && !IsAnswered(from, message);
        var opened = new CaseSnapshot
        {
            Id = message.Id,
            Number = number,
            Subject = Matter.SubjectWithoutPrefixes(message.Subject) is { Length: > 0 } subject ? subject : old.Subject,
            Urgency = message.Plan.Urgency,
            Team = message.Plan.Team,
            Language = message.Language,
            CustomerId = old.CustomerId,
            CustomerName = message.FromName,
            CustomerAddress = message.FromAddress,
            Participants = old.Participants,
            LastMessageAt = message.ReceivedAt,
            WaitingSince = waits ? message.ReceivedAt : null,
            LinkedCaseId = old.Id,
            Assignee = old.Assignee,
            EscalatedTo = message.Plan.Steps.Any(step => step is { Kind: "escalation", What: "supervisor", Result: "told" })
                ? "supervisor"
                : null,
        };
        foreach (var followUp in waits ? FollowUps(message).Where(followUp => followUp.At > act.At) : [])
        {
            opened = CaseSchedule.With(opened, followUp);
        }

        return new(opened, null, null)
        {
            Message = message,
            Replies = [.. Drafts(from, message).Select(draft => Moved(draft.Reply, old.Number, opened))],
            Events = [act.Happening("split-off", old.Number.ToString(), note)],
        };
    }

    /// <summary>The case the message leaves.</summary>
    public static CaseDecision Leave(CaseHistory history, TimeOrderedId messageId, string? note, AgentAct act)
    {
        if (history.Messages.FirstOrDefault(message => message.Id == messageId) is not { } leaving)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var its = history.Case;
        List<CaseMessage> rest = [.. history.Messages.Where(message => message.Id != messageId)];
        var answered = history.Replies.Where(stored => stored.Reply.CauseId == messageId).ToList();
        var after = its with
        {
            MessageCount = its.MessageCount - 1,
            LastMessageAt = rest.Max(message => message.ReceivedAt),
            WaitingSince = its.WaitingSince == leaving.ReceivedAt ? NextWaiting(rest, leaving) : its.WaitingSince,
            FollowUps = [.. its.FollowUps.Where(followUp => followUp.Cause != messageId.Value)],
            SplitOff = [.. its.SplitOff, new(messageId, [.. answered.Select(stored => stored.Reply.Id)])],
        };
        return new CaseDecision.Apply(
            CaseChange.Of(history.Stored, after) with
            {
                MessageLeaving = messageId,
                Moved =
                [
                    .. Drafts(history, leaving)
                        .Select(draft => (draft, draft.Reply with { State = ReplyState.Suppressed, Reason = ReasonCode.ByAgent })),
                ],
                Events = [act.Happening("split", messageId.Value, note)],
            }
        );
    }

    /// <summary>Whether a person has answered it.</summary>
    private static bool IsAnswered(CaseHistory history, CaseMessage message) =>
        history.Replies.Any(stored =>
            stored.Reply is { IsAutomatic: false, SentAt: not null } reply && reply.CreatedAt > message.ReceivedAt
        );

    private static IEnumerable<StoredReply> Drafts(CaseHistory history, CaseMessage message) =>
        history.Replies.Where(stored => stored.Reply.State == ReplyState.Drafted && stored.Reply.CauseId == message.Id);

    /// <summary>The customer has to see the number of the case the answer comes from.</summary>
    private static Reply Moved(Reply draft, CaseNumber old, CaseSnapshot opened)
    {
        string Renumbered(string text) => text.Replace(old.ToString(), opened.Number.ToString(), StringComparison.Ordinal);
        return draft with
        {
            CaseId = opened.Id,
            Subject = Renumbered(draft.Subject),
            Text = Renumbered(draft.Text),
            Html = Renumbered(draft.Html),
        };
    }

    private static IEnumerable<CaseFollowUp> FollowUps(CaseMessage message) =>
        from step in message.Plan.Steps
        where step is { Kind: "follow-up", Result: "scheduled", At: not null }
        let kind = KebabCase.ValueOf<FollowUpKind>(step.What)
        where kind is not (FollowUpKind.FlagExpiry or FollowUpKind.IncidentUpdates)
        select new CaseFollowUp(kind, step.At!.Value, message.Id.Value, step.Reason);

    private static DateTimeOffset? NextWaiting(IEnumerable<CaseMessage> rest, CaseMessage leaving) =>
        rest.FirstOrDefault(message => !message.IsAutomatic && message.ReceivedAt > leaving.ReceivedAt)?.ReceivedAt;
}
