using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>A service goal as JSON.</summary>
/// <param name="Metric"><c>first-reply</c>, <c>next-reply</c> or <c>solution</c>.</param>
/// <param name="State"><c>running</c>, <c>paused</c>, <c>met</c> or <c>breached</c>.</param>
/// <param name="StartedAt">When the clock started.</param>
/// <param name="EndedAt">When it was done.</param>
/// <param name="DueAt">When the time will have passed; null while the clock stands still or is over.</param>
/// <param name="ElapsedMinutes">Counted minutes so far.</param>
/// <param name="TargetMinutes">Minutes allowed.</param>
/// <param name="Urgency">The urgency whose goal it is.</param>
internal sealed record GoalDocument(
    string Metric,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? DueAt,
    double ElapsedMinutes,
    double TargetMinutes,
    int Urgency
)
{
    /// <summary>Makes the document of a goal.</summary>
    public static GoalDocument Of(ServiceGoal goal) =>
        new(
            KebabCase.NameOf(goal.Metric),
            KebabCase.NameOf(goal.State),
            goal.StartedAt,
            goal.EndedAt,
            goal.DueAt,
            Math.Round(goal.Elapsed.TotalMinutes, 1),
            goal.Target.TotalMinutes,
            goal.Urgency
        );
}
