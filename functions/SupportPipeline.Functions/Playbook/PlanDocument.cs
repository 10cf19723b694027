using System.Text.Json.Serialization;
using SupportPipeline.Platform;

namespace SupportPipeline.Playbook;

/// <summary>A plan as it is stored with its message and shown by the API.</summary>
/// <param name="Scenario">The row of the playbook that was recognised first.</param>
/// <param name="Urgency">The urgency of the case from then on.</param>
/// <param name="Trend">How the mood of the case moved.</param>
/// <param name="Team">Who looks after it.</param>
/// <param name="AnswerBy">When a person has answered at the latest.</param>
/// <param name="Steps">Every decision with its reason, also those not to act.</param>
internal sealed record PlanDocument(
    string Scenario,
    int Urgency,
    string Trend,
    string Team,
    DateTimeOffset AnswerBy,
    IReadOnlyList<PlanStepDocument> Steps
)
{
    /// <summary>Makes the document of a plan.</summary>
    public static PlanDocument Of(Plan plan) =>
        new(
            KebabCase.NameOf(plan.Scenario),
            plan.Urgency,
            KebabCase.NameOf(plan.Trend),
            plan.Team,
            plan.AnswerBy,
            [
                .. plan.Steps.Select(step => new PlanStepDocument(
                    KebabCase.NameOf(step.Kind),
                    step.What,
                    step.Result,
                    step.Reason,
                    KebabCase.NameOf(step.Scenario),
                    step.At,
                    step.Evidence
                )),
            ]
        );
}

/// <summary>One decision of a plan.</summary>
/// <param name="Kind"><c>reply</c>, <c>follow-up</c>, <c>escalation</c>, <c>flag</c> or <c>case</c>.</param>
/// <param name="What">The template, follow-up, person, flag or change.</param>
/// <param name="Result">What was decided, for example <c>send</c>, <c>draft</c>, <c>not-sent</c>.</param>
/// <param name="Reason">A reason code.</param>
/// <param name="Scenario">The row of the playbook it comes from.</param>
/// <param name="At">When it is due or ends.</param>
/// <param name="Evidence">The words or facts it rests on.</param>
internal sealed record PlanStepDocument(
    string Kind,
    string What,
    string Result,
    string Reason,
    string Scenario,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Evidence
);
