using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases.Agents;

/// <summary>What agents do about replies: write, change, approve, discard. Pure but for the compiled templates and cues.</summary>
public sealed class ReplyActs(CaseReplies replies, ReplyChecking checking, Organisation organisation)
{
    /// <summary>The scenario of a reply in an agent's own words.</summary>
    public const string OwnWords = "agent-reply";

    /// <summary>A promise further ahead is a slip of the pen.</summary>
    private const int MaxPromiseDays = 366;

    private const int MaxSubjectLength = 500;

    /// <summary>Surer than this, an agent's text is in the language it seems to be in.</summary>
    private const double Sure = 0.8;

    /// <summary>Writes a draft in the agent's own words; the same request again is the same draft.</summary>
    internal CaseDecision Write(CaseHistory history, ReplyRequest asked, AgentAct act)
    {
        if (Problem(asked, act) is { } problem)
        {
            return problem;
        }

        if (replies.Context(history, act.At) is not { } context)
        {
            return AgentAct.Conflict("nobody-to-answer", "The case has no message with an address to answer.");
        }

        var reply = Draft(history, asked, act, context);
        return history.Replies.Any(stored => stored.Reply.State == ReplyState.Drafted && IsSame(stored.Reply, reply))
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
            : new CaseDecision.Apply(
                CaseChange.Of(history.Stored, history.Case) with
                {
                    Replies = [checking.Checked(reply, history)],
                    Events = [act.Happening("reply-drafted", reply.Id)],
                }
            );
    }

    /// <summary>Changes a draft, whoever wrote it.</summary>
    internal CaseDecision Change(CaseHistory history, string replyId, ReplyRequest asked, AgentAct act)
    {
        if (Find(history, replyId) is not { } stored)
        {
            return Unknown();
        }

        if (stored.Reply.State != ReplyState.Drafted)
        {
            return Gone(stored.Reply);
        }

        if (Problem(asked, act) is { } problem)
        {
            return problem;
        }

        var text = StoredText.Clean(asked.Text!, AgentAct.MaxTextLength);
        var changed = stored.Reply with
        {
            Text = text,
            Html = HtmlBody.FromText(text, stored.Reply.Language),
            Subject = asked.Subject is { } subject ? StoredText.CleanLine(subject, MaxSubjectLength) : stored.Reply.Subject,
            Scenario = asked.Scenario ?? stored.Reply.Scenario,
            PromisedBy = asked.PromiseBy ?? stored.Reply.PromisedBy,
            WrittenBy = act.By,
        };
        return Move(history, stored, checking.Checked(changed, history), history.Case, act.Happening("reply-changed", replyId));
    }

    /// <summary>Sends a draft off. What the courtesy check blocks has to be confirmed; a text with gaps never goes out.</summary>
    internal CaseDecision Approve(CaseHistory history, string replyId, ApproveRequest asked, AgentAct act)
    {
        if (Find(history, replyId) is not { } stored)
        {
            return Unknown();
        }

        if (stored.Reply.State is ReplyState.Approved or ReplyState.Sent or ReplyState.Delivered)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        if (stored.Reply.State != ReplyState.Drafted)
        {
            return Gone(stored.Reply);
        }

        var reply = checking.Checked(stored.Reply, history);
        if (Obstacle(reply, history.Case, asked, act) is { } obstacle)
        {
            return obstacle;
        }

        var approved = reply with
        {
            State = ReplyState.Approved,
            ApprovedBy = act.By,
            Reason = ReasonCode.ByAgent,

            // One that came back was tried and refused for certain: its first claim must not hold it up.
            Attempts = reply.Reason is ReasonCode.RefusedByMailService ? Math.Max(1, reply.Attempts) : reply.Attempts,
        };
        var evidence = asked.ConfirmFindings ? $"{approved.Id} findings-confirmed" : approved.Id;
        return Move(
            history,
            stored,
            approved,
            AnsweredCase.By(approved, history.Case, organisation, act),
            act.Happening("reply-approved", evidence)
        );
    }

    /// <summary>Throws a draft away.</summary>
    internal static CaseDecision Discard(CaseHistory history, string replyId, WhyRequest asked, AgentAct act) =>
        Find(history, replyId) switch
        {
            null => Unknown(),
            _ when asked.Note is { Length: > AgentAct.MaxTextLength } => AgentAct.TextTooLong,
            { Reply.State: ReplyState.Drafted } stored => Move(
                history,
                stored,
                stored.Reply with
                {
                    State = ReplyState.Suppressed,
                    Reason = ReasonCode.ByAgent,
                },
                history.Case,
                act.Happening("reply-discarded", replyId, asked.Note)
            ),
            { Reply.State: ReplyState.Suppressed } => new CaseDecision.Nothing(ReasonCode.AlreadyRecorded),
            var stored => Gone(stored.Reply),
        };

    private static CaseDecision? Obstacle(Reply reply, CaseSnapshot its, ApproveRequest asked, AgentAct act) =>
        AnsweredCase.Obstacle(reply.Scenario, its)
        ?? ReplyChecking.Obstacle(reply, asked.ConfirmFindings)
        ?? (
            reply.PromisedBy <= act.At
                ? AgentAct.Conflict("promise-past", "The time the draft promises something by has passed; change the draft first.")
                : null
        );

    private static CaseDecision? Problem(ReplyRequest asked, AgentAct act) =>
        asked switch
        {
            _ when AgentAct.IsBlank(asked.Text) => AgentAct.Invalid("text-missing", "text is the reply."),
            { Text.Length: > AgentAct.MaxTextLength } => AgentAct.TextTooLong,
            { Subject: { } subject } when AgentAct.IsBlank(subject) || subject.Length > MaxSubjectLength => AgentAct.Invalid(
                "subject-invalid",
                $"subject has 1 to {MaxSubjectLength} characters."
            ),
            { Scenario: { } scenario } when !KebabCase.TryValueOf<Scenario>(scenario, out _) => AgentAct.Invalid(
                "scenario-unknown",
                $"scenario is one of {string.Join(", ", KebabCase.ValuesOf<Scenario>().Keys)}."
            ),
            { PromiseBy: { } by } when by <= act.At || by > act.At.AddDays(MaxPromiseDays) => AgentAct.Invalid(
                "promise-invalid",
                $"promiseBy is a time in the future, at most {MaxPromiseDays} days ahead."
            ),
            _ => null,
        };

    private Reply Draft(CaseHistory history, ReplyRequest asked, AgentAct act, ReplyContext context)
    {
        var text = StoredText.Clean(asked.Text!, AgentAct.MaxTextLength);
        var language = LanguageOf(text, context.Language ?? context.Message.Language);
        var subject = asked.Subject ?? $"Re: {Matter.SubjectWithoutPrefixes(context.Message.Subject)} [#{history.Case.Number}]";
        return new()
        {
            Id = $"agent-{act.Key}",
            CaseId = history.Case.Id,
            Scenario = asked.Scenario ?? OwnWords,
            State = ReplyState.Drafted,
            To = context.To.Address,
            ToName = context.To.Name,
            Subject = StoredText.CleanLine(subject, MaxSubjectLength),
            Text = text,
            Html = HtmlBody.FromText(text, language),
            Language = language,
            CauseId = context.Message.Id,
            InReplyTo = ReplyWriter.Sendable(context.Message.MessageId),
            References = ReplyWriter.Sendable(context.Message.ReferenceChain),
            CreatedAt = act.At,
            Reason = ReasonCode.ByAgent,
            WrittenBy = act.By,
            PromisedBy = asked.PromiseBy,
        };
    }

    /// <summary>The customer's language; when we do not write it, or do not know it, the one the agent has written in.</summary>
    private string LanguageOf(string text, string customers)
    {
        var answer = organisation.AnswerLanguage(customers);
        if (answer == customers)
        {
            return answer;
        }

        var written = LanguageDetector.Detect(text);
        return written.Confidence >= Sure && TemplateCatalog.Languages.Contains(written.Code, StringComparer.Ordinal)
            ? written.Code
            : answer;
    }

    private static bool IsSame(Reply one, Reply other) =>
        one.WrittenBy == other.WrittenBy
        && one.CauseId == other.CauseId
        && one.Text == other.Text
        && one.Subject == other.Subject
        && one.PromisedBy == other.PromisedBy;

    private static CaseDecision Move(
        CaseHistory history,
        StoredReply before,
        Reply after,
        CaseSnapshot snapshot,
        TimelineEvent happening
    ) => new CaseDecision.Apply(CaseChange.Of(history.Stored, snapshot) with { Moved = [(before, after)], Events = [happening] });

    private static StoredReply? Find(CaseHistory history, string replyId) =>
        history.Replies.FirstOrDefault(stored => stored.Reply.Id == replyId);

    private static CaseDecision Unknown() =>
        new CaseDecision.Refuse(
            Microsoft.AspNetCore.Http.StatusCodes.Status404NotFound,
            "reply-not-found",
            "The case has no reply with this id."
        );

    private static CaseDecision Gone(Reply reply) =>
        AgentAct.Conflict("reply-not-draft", $"The reply is no draft any more: it is {reply.State.ToString().ToLowerInvariant()}.");
}
