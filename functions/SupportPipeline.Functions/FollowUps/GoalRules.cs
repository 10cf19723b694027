using SupportPipeline.Cases;
using SupportPipeline.Insights;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>
/// Warns before a service goal is breached, and tells the supervisor when it is; each once. The goals are computed from the timeline at the moment of the
/// warning, so a corrected calendar moves the warnings too. Pure.
/// </summary>
internal static class GoalRules
{
    /// <summary>Decides what a watch that is due finds.</summary>
    public static FollowUpAct Decide(CaseFollowUp due, CaseHistory history, Organisation organisation, DateTimeOffset now)
    {
        var goals = Watched(history, history.Case, organisation, now);
        var told = (due.Note ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var news = goals.Where(goal => StageOf(goal, now) is not null && !told.Contains(KeyOf(goal, now), StringComparer.Ordinal)).ToList();
        string[] known = [.. told, .. news.Select(goal => KeyOf(goal, now))];
        CaseFollowUp[] next = NextAt(goals, now) is { } at ? [due with { At = at, Note = string.Join(',', known) }] : [];
        if (news.Count == 0)
        {
            return FollowUpAct.None(FollowUpReason.GoalNotAtRisk) with { Next = next };
        }

        var isBreached = news.Any(goal => goal.State == GoalState.Breached);
        var reason = isBreached ? FollowUpReason.GoalBreached : FollowUpReason.GoalAtRisk;
        return new(reason, reason)
        {
            Attention = isBreached ? "supervisor" : "agent",
            Evidence = string.Join(", ", news.Select(goal => KebabCase.NameOf(goal.Metric))),
            Next = next,
        };
    }

    /// <summary>Watches on after a promise has had its turn, unless somebody watches already.</summary>
    public static CaseSnapshot Watch(
        CaseHistory history,
        CaseSnapshot snapshot,
        string cause,
        Organisation organisation,
        DateTimeOffset now
    ) =>
        snapshot.FollowUps.All(followUp => followUp.Kind != FollowUpKind.GoalWarning)
        && NextAt(Watched(history, snapshot, organisation, now), now) is { } at
            ? CaseSchedule.With(snapshot, new(FollowUpKind.GoalWarning, at, cause, PlaybookReason.ServiceGoal))
            : snapshot;

    /// <summary>The goals whose clock runs, but for an answer that is promised: its own reminder and escalation see to that.</summary>
    private static List<ServiceGoal> Watched(CaseHistory history, CaseSnapshot snapshot, Organisation organisation, DateTimeOffset now)
    {
        var isPromised = snapshot.FollowUps.Any(followUp =>
            followUp.Kind is FollowUpKind.PromiseReminder or FollowUpKind.PromiseEscalation
        );
        return
        [
            .. ServiceClock
                .Of(history, organisation, now)
                .Where(goal => goal is { EndedAt: null, State: GoalState.Running or GoalState.Breached })
                .Where(goal => goal.Metric == ServiceMetric.Solution ? snapshot.WaitingSince is not null : !isPromised),
        ];
    }

    private static string? StageOf(ServiceGoal goal, DateTimeOffset now) =>
        goal.State == GoalState.Breached ? "breached"
        : goal.DueAt is { } by && CaseSchedule.WarnAt(goal.StartedAt, by) <= now ? "at-risk"
        : null;

    private static string KeyOf(ServiceGoal goal, DateTimeOffset now) => $"{goal.Metric}-{goal.StartedAt.UtcTicks}-{StageOf(goal, now)}";

    /// <summary>The next moment at which a goal comes to be at risk or breached.</summary>
    private static DateTimeOffset? NextAt(List<ServiceGoal> goals, DateTimeOffset now)
    {
        var moments = goals
            .Where(goal => goal.DueAt is not null)
            .SelectMany(goal => new[] { CaseSchedule.WarnAt(goal.StartedAt, goal.DueAt!.Value), goal.DueAt.Value.AddSeconds(1) })
            .Where(at => at > now)
            .ToList();
        return moments.Count == 0 ? null : moments.Min();
    }
}
