using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases.Agents;

/// <summary>What an agent says about a case: a draft of the right reply, sent off at once when that is wanted and possible. Pure but for the templates.</summary>
public sealed class MarkActs(CaseReplies replies, Organisation organisation)
{
    private const int MaxItemLength = 500;
    private const int MaxSubjectLength = 500;
    private const int MaxValues = 30;

    /// <summary>Marks the case.</summary>
    internal CaseDecision Mark(CaseHistory history, MarkRequest asked, AgentAct act)
    {
        if (Problem(asked) is { } problem)
        {
            return problem;
        }

        var template = AgentRules.Of(KebabCase.ValueOf<AgentMark>(asked.Mark!)).Template;
        if (AnsweredCase.Obstacle(template, history.Case) is { } obstacle)
        {
            return obstacle;
        }

        if (replies.WriteDraft(history, template, act.Key, act.At, Values(asked)) is not { } written)
        {
            return AgentAct.Conflict("nobody-to-answer", "The case has no message with an address to answer.");
        }

        var draft = written with { WrittenBy = act.By, Subject = StoredText.CleanLine(written.Subject, MaxSubjectLength) };
        if (draft.Text.Length > AgentAct.MaxTextLength)
        {
            return AgentAct.TextTooLong;
        }

        if (asked.Send && AnsweredCase.Repeats(history, draft))
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var marked = CaseChange.Of(history.Stored, history.Case) with
        {
            Replies = [draft],
            Moved = Superseded(history, template),
            Events = [act.Happening("marked", Evidence(asked), asked.Note)],
        };
        return asked.Send ? Sent(marked, draft, asked, act) : new CaseDecision.Apply(marked);
    }

    private CaseDecision Sent(CaseChange marked, Reply draft, MarkRequest asked, AgentAct act) =>
        ReplyChecking.Obstacle(draft, asked.ConfirmFindings)
        ?? new CaseDecision.Apply(
            marked with
            {
                Case = AnsweredCase.By(draft, marked.Case, organisation, act),
                Replies = [draft with { State = ReplyState.Approved, ApprovedBy = act.By, Reason = ReasonCode.ByAgent }],
                Events = [.. marked.Events, act.Happening("reply-approved", draft.Id)],
            }
        );

    /// <summary>An earlier draft of the same reply, which this one takes the place of.</summary>
    private static List<(StoredReply, Reply)> Superseded(CaseHistory history, string template) =>
        [
            .. history
                .Replies.Where(stored => stored.Reply.State == ReplyState.Drafted && stored.Reply.Scenario == template)
                .Select(stored => (stored, stored.Reply with { State = ReplyState.Suppressed, Reason = ReasonCode.ByAgent })),
        ];

    private static CaseDecision? Problem(MarkRequest asked) =>
        !KebabCase.TryValueOf<AgentMark>(asked.Mark, out _)
            ? AgentAct.Invalid("mark-unknown", $"mark is one of {string.Join(", ", KebabCase.ValuesOf<AgentMark>().Keys)}.")
        : asked.Values is { Count: > MaxValues } || asked.Values?.Any(pair => pair.Value is { Length: > AgentAct.MaxTextLength }) == true
            ? AgentAct.Invalid("values-invalid", $"values are at most {MaxValues}, of at most {AgentAct.MaxTextLength} characters each.")
        : asked.Item is { Length: > MaxItemLength } ? AgentAct.Invalid("item-invalid", $"item has at most {MaxItemLength} characters.")
        : asked.Note is { Length: > AgentAct.MaxTextLength } ? AgentAct.TextTooLong
        : null;

    private static Dictionary<string, string> Values(MarkRequest asked) =>
        (asked.Values ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);

    private static string Evidence(MarkRequest asked) =>
        asked.Item is { } item && !AgentAct.IsBlank(item) ? $"{asked.Mark}: {StoredText.CleanLine(item, MaxItemLength)}" : asked.Mark!;
}
