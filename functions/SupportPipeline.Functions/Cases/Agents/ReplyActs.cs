using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;

namespace SupportPipeline.Cases.Agents;

/// <summary>What agents do about replies: write, change, approve, discard. Pure but for the compiled templates and cues.</summary>
public sealed class ReplyActs(CaseReplies replies, CourtesyCheck courtesy, Organisation organisation, Desk desk)
{
    /// <summary>The scenario of a reply in an agent's own words.</summary>
    public const string OwnWords = "agent-reply";

    private const int MaxSubjectLength = 500;

    /// <summary>Writes a draft in the agent's own words; the same request again is the same draft.</summary>
    internal CaseDecision Write(CaseHistory history, ReplyRequest asked, AgentAct act)
    {
        var id = $"agent-{act.Key}";
        if (history.Replies.Any(stored => stored.Reply.Id == id))
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        if (Problem(asked, act) is { } problem)
        {
            return problem;
        }

        if (replies.Context(history, act.At) is not { } context)
        {
            return AgentAct.Conflict("nobody-to-answer", "The case has no message with an address to answer.");
        }

        var reply = Checked(Draft(history, asked, act, context, id), history);
        return new CaseDecision.Apply(
            CaseChange.Of(history.Stored, history.Case) with
            {
                Replies = [reply],
                Events = [act.Happening("reply-drafted", id)],
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
            PromisedBy = asked.PromiseBy ?? stored.Reply.PromisedBy,
            WrittenBy = act.By,
        };
        return Move(history, stored, Checked(changed, history), history.Case, act.Happening("reply-changed", replyId));
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

        return stored.Reply.State != ReplyState.Drafted ? Gone(stored.Reply)
            : Obstacle(Checked(stored.Reply, history), asked) is { } obstacle ? obstacle
            : Approved(history, stored, act);
    }

    /// <summary>Throws a draft away.</summary>
    internal static CaseDecision Discard(CaseHistory history, string replyId, WhyRequest asked, AgentAct act) =>
        Find(history, replyId) switch
        {
            null => Unknown(),
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

    /// <summary>What an agent says about the case: a draft of the right reply, sent off at once when that is wanted and possible.</summary>
    internal CaseDecision Mark(CaseHistory history, MarkRequest asked, AgentAct act)
    {
        if (!KebabCase.TryValueOf<AgentMark>(asked.Mark, out var mark))
        {
            return AgentAct.Invalid("mark-unknown", $"mark is one of {string.Join(", ", KebabCase.ValuesOf<AgentMark>().Keys)}.");
        }

        if (history.Events.Any(happening => happening.Key == $"marked:{act.Key}"))
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var template = AgentRules.Of(mark).Template;
        if (replies.WriteDraft(history, template, act.Key, act.At, asked.Values) is not { } draft)
        {
            return AgentAct.Conflict("nobody-to-answer", "The case has no message with an address to answer.");
        }

        var reply = draft with { WrittenBy = act.By };
        var marked = act.Happening("marked", asked.Item is { } item ? $"{asked.Mark}: {item}" : asked.Mark, asked.Note);
        var after = history.Case;
        if (mark == AgentMark.NotKnownYet && reply.PromisedBy is { } by)
        {
            after = CaseSchedule.With(
                after,
                new(FollowUpKind.ProgressNote, by - TimeSpan.FromTicks((by - act.At).Ticks / 4), act.Key, PlaybookReason.AnswerPromised)
            );
        }

        var change = CaseChange.Of(history.Stored, after) with { Replies = [reply], Events = [marked] };
        if (!asked.Send)
        {
            return new CaseDecision.Apply(change);
        }

        return Obstacle(reply, new()) is { } obstacle
            ? obstacle
            : new CaseDecision.Apply(
                change with
                {
                    Case = Answered(after, reply, act),
                    Replies = [reply with { State = ReplyState.Approved, ApprovedBy = act.By, Reason = ReasonCode.ByAgent }],
                    Events = [marked, act.Happening("reply-approved", reply.Id)],
                }
            );
    }

    private CaseDecision Approved(CaseHistory history, StoredReply stored, AgentAct act)
    {
        var approved = stored.Reply with { State = ReplyState.Approved, ApprovedBy = act.By, Reason = ReasonCode.ByAgent };
        return Move(history, stored, approved, Answered(history.Case, approved, act), act.Happening("reply-approved", approved.Id));
    }

    /// <summary>What an answer by a person changes about the case.</summary>
    private CaseSnapshot Answered(CaseSnapshot its, Reply reply, AgentAct act)
    {
        var asksWhetherSolved = reply.Scenario == "confirm-solved";
        var answered = its with
        {
            WaitingSince = null,
            Assignee = its.Assignee ?? act.By,
            EscalatedTo = null,
            AutomaticReopenings = 0,
            State =
                asksWhetherSolved ? CaseState.Solved
                : its.State == CaseState.Solved ? CaseState.Open
                : its.State,
            SolvedAt = asksWhetherSolved ? act.At : its.SolvedAt,
        };
        return CaseSchedule.AfterReply(answered, reply, organisation, act.At);
    }

    private static CaseDecision? Problem(ReplyRequest asked, AgentAct act) =>
        asked switch
        {
            _ when string.IsNullOrWhiteSpace(asked.Text) => AgentAct.Invalid("text-missing", "text is the reply."),
            { Text.Length: > AgentAct.MaxTextLength } => AgentAct.TextTooLong,
            { Subject: { } subject } when string.IsNullOrWhiteSpace(subject) || subject.Length > MaxSubjectLength => AgentAct.Invalid(
                "subject-invalid",
                $"subject has 1 to {MaxSubjectLength} characters."
            ),
            { Scenario: { } scenario } when !KebabCase.TryValueOf<Scenario>(scenario, out _) => AgentAct.Invalid(
                "scenario-unknown",
                $"scenario is one of {string.Join(", ", KebabCase.ValuesOf<Scenario>().Keys)}."
            ),
            { PromiseBy: { } by } when by <= act.At => AgentAct.Invalid("promise-past", "promiseBy is a time in the future."),
            _ => null,
        };

    private Reply Draft(CaseHistory history, ReplyRequest asked, AgentAct act, ReplyContext context, string id)
    {
        var language = organisation.AnswerLanguage(context.Language ?? context.Message.Language);
        var text = StoredText.Clean(asked.Text!, AgentAct.MaxTextLength);
        var subject = asked.Subject ?? $"Re: {Matter.SubjectWithoutPrefixes(context.Message.Subject)} [#{history.Case.Number}]";
        return new()
        {
            Id = id,
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

    /// <summary>The reply with what the courtesy check finds in it now.</summary>
    private Reply Checked(Reply reply, CaseHistory history)
    {
        var scenario =
            ScenarioTable.FindRowOfTemplate(reply.Scenario)?.Scenario
            ?? (KebabCase.TryValueOf<Scenario>(reply.Scenario, out var named) ? named : null);
        var findings = courtesy.Check(
            new()
            {
                Text = reply.Text,
                Language = reply.Language,
                Scenario = scenario,
                CustomerName = Matter.GreetableName(reply.ToName),
                Mood = CaseReplies.MoodOf(history.LatestMessage),
                CustomerWords = history.LatestMessage is { } message ? [message.OwnWords] : [],
                CustomerContacts = [reply.To.Value],
                DeskContacts = [.. desk.OwnAddresses.Select(address => address.Value)],
                Jargon = organisation.Jargon.GetValueOrDefault(reply.Language, []),
            }
        );
        return reply with { Findings = [.. findings.Select(CourtesyFindingDocument.Of)] };
    }

    private static CaseDecision? Obstacle(Reply reply, ApproveRequest asked)
    {
        var blocking = reply
            .Findings.Where(finding => finding.Severity == "block")
            .Select(finding => finding.Code)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return reply.Text.Contains("[[", StringComparison.Ordinal)
                ? AgentAct.Conflict("placeholder-left", "The text still has a gap in double brackets; fill it first.")
            : blocking.Count > 0 && !asked.ConfirmFindings
                ? AgentAct.Conflict(
                    "courtesy-blocked",
                    $"The courtesy check blocks: {string.Join(", ", blocking)}. Change the text, or send confirmFindings if it has to go out like this."
                )
            : null;
    }

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
