using System.Buffers;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>What a case looks like without the person: ids, times, states and counts stay, words and names go. Pure.</summary>
internal static class CaseErasureRules
{
    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Whom an erased reply went to. The domain exists nowhere (RFC 2606).</summary>
    public static EmailAddress Nobody { get; } =
        EmailAddress.TryParse("erased@erased.invalid", out var address) ? address : throw new FormatException("Not an address.");

    /// <summary>The rows of a case that change, and its snapshot; null when nothing has to.</summary>
    public static CaseHistory? Blank(CaseHistory history)
    {
        var snapshot = Blank(history.Case);
        var messages = history.Messages.Where(message => !IsBlank(message)).Select(Blank).ToList();
        var events = history.Events.Where(happening => !IsBlank(happening)).Select(Blank).ToList();
        var replies = history
            .Replies.Where(stored => stored.Reply.To != Nobody)
            .Select(stored => stored with { Reply = Blank(stored.Reply) })
            .ToList();
        return IsBlank(history.Case) && messages.Count + events.Count + replies.Count == 0
            ? null
            : new(history.Stored with { Case = snapshot with { Version = history.Case.Version + 1 } }, messages, events, replies);
    }

    private static CaseSnapshot Blank(CaseSnapshot snapshot) =>
        snapshot with
        {
            Subject = "",
            CustomerName = null,
            CustomerAddress = null,
            CustomerId = null,
            Participants = [],
            Merged = [.. snapshot.Merged.Select(part => part with { Participants = [] })],
            FollowUps = [.. snapshot.FollowUps.Select(followUp => followUp with { Note = null })],
        };

    private static bool IsBlank(CaseSnapshot its) =>
        its is { Subject.Length: 0, CustomerName: null, CustomerAddress: null, CustomerId: null, Participants.Count: 0 }
        && its.Merged.All(part => part.Participants.Count == 0)
        && its.FollowUps.All(followUp => followUp.Note is null);

    private static CaseMessage Blank(CaseMessage message) =>
        message with
        {
            FromName = null,
            FromAddress = null,
            Subject = "",
            Text = "",
            OwnWords = "",
            ExternalId = null,
            TriagedText = "",
            Attachments = [.. message.Attachments.Select(attachment => attachment with { FileName = "" })],
            Decisions = [.. message.Decisions.Select(decision => decision with { Evidence = Code(decision.Evidence) })],
            Triage = message.Triage with { Evidence = [], KeyPhrases = null, PersonalData = null },
            Plan = message.Plan with { Steps = [.. message.Plan.Steps.Select(step => step with { Evidence = null })] },
        };

    private static bool IsBlank(CaseMessage its) =>
        its
            is {
                FromName: null,
                FromAddress: null,
                Subject.Length: 0,
                Text.Length: 0,
                OwnWords.Length: 0,
                ExternalId: null,
                TriagedText.Length: 0,
                Triage: { Evidence.Count: 0, KeyPhrases: null, PersonalData: null },
            }
        && its.Attachments.All(attachment => attachment.FileName.Length == 0)
        && its.Decisions.All(decision => decision.Evidence == Code(decision.Evidence))
        && its.Plan.Steps.All(step => step.Evidence is null);

    /// <summary>What was not sent yet is never sent.</summary>
    private static Reply Blank(Reply reply)
    {
        var isWaiting = reply.State is ReplyState.Drafted or ReplyState.Approved;
        return reply with
        {
            To = Nobody,
            ToName = null,
            Subject = "",
            Text = "",
            Html = "",
            InReplyTo = null,
            References = [],
            Findings = [],
            State = isWaiting ? ReplyState.Suppressed : reply.State,
            Reason = isWaiting ? ReasonCode.CustomerErased : reply.Reason,
        };
    }

    private static TimelineEvent Blank(TimelineEvent happening) => happening with { Note = null, Evidence = Code(happening.Evidence) };

    private static bool IsBlank(TimelineEvent its) => its.Note is null && its.Evidence == Code(its.Evidence);

    /// <summary>Ids and codes say nothing about anybody; everything else may be somebody's words.</summary>
    private static string? Code(string? evidence) => evidence?.AsSpan().ContainsAnyExcept(CodeCharacters) == false ? evidence : null;
}
