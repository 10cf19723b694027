using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases.Agents;

/// <summary>What an answer by a person changes about the case. Pure.</summary>
internal static class AnsweredCase
{
    /// <summary>The template that asks the customer whether it is solved.</summary>
    private const string AsksWhetherSolved = "confirm-solved";

    /// <summary>The template that promises an answer nobody knows yet.</summary>
    private const string PromisesAnswer = "answer-promised";

    /// <summary>
    /// The case after a reply was sent off: nobody waits any more unless it promises something, earlier promises are kept, and the question whether it is
    /// solved makes it solved.
    /// </summary>
    public static CaseSnapshot By(Reply reply, CaseSnapshot its, Organisation organisation, AgentAct act)
    {
        var asks = reply.Scenario == AsksWhetherSolved;
        var answered = its with
        {
            WaitingSince = reply.PromisedBy is null ? null : its.WaitingSince ?? act.At,
            Assignee = its.Assignee ?? act.By,
            EscalatedTo = null,
            AutomaticReopenings = 0,
            State =
                asks ? CaseState.Solved
                : its.State == CaseState.Solved ? CaseState.Open
                : its.State,
            SolvedAt = asks ? act.At : its.SolvedAt,
        };
        var scheduled = CaseSchedule.AfterReply(answered, reply, organisation, act.At);
        return reply is { Scenario: PromisesAnswer, PromisedBy: { } by } ? CaseSchedule.With(scheduled, News(by, reply, act)) : scheduled;
    }

    /// <summary>News while an answer is being looked for come before the time it was promised for.</summary>
    private static CaseFollowUp News(DateTimeOffset by, Reply reply, AgentAct act) =>
        new(FollowUpKind.ProgressNote, by - TimeSpan.FromTicks((by - act.At).Ticks / 4), reply.Id, PlaybookReason.AnswerPromised);

    /// <summary>Why the question whether it is solved cannot be asked now; null when it can, or when the reply does not ask.</summary>
    public static CaseDecision? Obstacle(string template, CaseSnapshot its) =>
        template != AsksWhetherSolved
            ? null
            : its.State switch
            {
                CaseState.Open => null,
                CaseState.Solved => AgentAct.Conflict("already-solved", "The customer has been asked already whether it is solved."),
                CaseState.Closed => AgentAct.Conflict("case-closed", "The case is closed; reopen it first."),
                _ => AgentAct.Conflict("case-held", "The case is held; release it first."),
            };

    /// <summary>A reply that is on its way or sent already and says the same in answer to the same message: somebody pressed twice.</summary>
    public static bool Repeats(CaseHistory history, Reply reply) =>
        history.Replies.Any(stored =>
            stored.Reply is { State: not (ReplyState.Drafted or ReplyState.Suppressed or ReplyState.Bounced) } other
            && other.CauseId == reply.CauseId
            && other.Text == reply.Text
        );
}
