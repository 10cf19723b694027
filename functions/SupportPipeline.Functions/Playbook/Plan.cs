using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>What will be done about a message, and what deliberately not.</summary>
/// <param name="Scenario">The situation that was recognised first.</param>
/// <param name="Urgency">The urgency of the case from now on, 1 (now) to 4 (whenever).</param>
/// <param name="Trend">How the mood of the case moved.</param>
/// <param name="Team">Who looks after it.</param>
/// <param name="AnswerBy">When a person has answered at the latest.</param>
/// <param name="Steps">Every decision with its reason, in the order of the playbook.</param>
internal sealed record Plan(
    Scenario Scenario,
    int Urgency,
    SentimentTrend Trend,
    string Team,
    DateTimeOffset AnswerBy,
    IReadOnlyList<PlanStep> Steps
)
{
    /// <summary>The replies that are to be written, to be sent or as drafts.</summary>
    public IEnumerable<PlanStep> Replies => Steps.Where(step => step is { Kind: StepKind.Reply, Result: "send" or "draft" });

    /// <summary>Whether a change of the case is part of the plan; a change that was decided against is not.</summary>
    public bool Changes(string what) => Steps.Any(step => step is { Kind: StepKind.Case, Result: "done" } && step.What == what);

    /// <summary>Whether somebody has to look.</summary>
    public bool Escalates(string to) => Steps.Any(step => step.Kind == StepKind.Escalation && step.What == to);
}

/// <summary>What kind of thing a step is.</summary>
public enum StepKind
{
    /// <summary>A reply: <c>send</c>, <c>draft</c> or <c>not-sent</c>.</summary>
    Reply,

    /// <summary>Something for later: <c>scheduled</c>.</summary>
    FollowUp,

    /// <summary>Somebody has to look: <c>told</c>.</summary>
    Escalation,

    /// <summary>The customer's record gets a flag: <c>set</c>.</summary>
    Flag,

    /// <summary>The case changes: <c>done</c>, or stays as it is: <c>not-done</c>.</summary>
    Case,
}

/// <summary>One decision.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="What">The template, follow-up, person, flag or change.</param>
/// <param name="Result">What was decided.</param>
/// <param name="Reason">Why; a reason code.</param>
/// <param name="Scenario">The row of the playbook it comes from.</param>
/// <param name="At">When it is due or ends.</param>
/// <param name="Evidence">The words or facts it rests on.</param>
internal sealed record PlanStep(
    StepKind Kind,
    string What,
    string Result,
    string Reason,
    Scenario Scenario,
    DateTimeOffset? At = null,
    string? Evidence = null
);
