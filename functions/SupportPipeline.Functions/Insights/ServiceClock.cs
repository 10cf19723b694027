using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>
/// The service goals of a case, computed from its timeline each time they are asked for: a corrected calendar corrects the past too. Only people's answers
/// count; a machine's acknowledgement stops no clock, and automatic mail starts none. Pure.
/// </summary>
internal static class ServiceClock
{
    /// <summary>Every goal of a case, in order of time; the solution comes last.</summary>
    public static IReadOnlyList<ServiceGoal> Of(CaseHistory history, Organisation organisation, DateTimeOffset now)
    {
        var moments = Moments(history);
        var goals = new List<ServiceGoal>();
        (DateTimeOffset At, int Urgency)? waiting = null;
        var answered = false;
        foreach (var moment in moments)
        {
            switch (moment.Kind)
            {
                case MomentKind.Message:
                    waiting = waiting is { } asked ? (asked.At, Math.Min(asked.Urgency, moment.Urgency)) : (moment.At, moment.Urgency);
                    break;
                case MomentKind.Answer when waiting is { } since:
                    goals.Add(Reply(since, moment.At, answered, organisation, now));
                    (waiting, answered) = (null, true);
                    break;
                case MomentKind.Answer:
                    answered = true;
                    break;
                case MomentKind.Closed:
                    waiting = null;
                    break;
                default:
                    break;
            }
        }

        if (waiting is { } open)
        {
            goals.Add(Reply(open, null, answered, organisation, now));
        }

        if (moments.Find(moment => moment.Kind == MomentKind.Message) is { } first)
        {
            goals.Add(Solution(history.Case, first, moments, organisation, now));
        }

        return goals;
    }

    private static ServiceGoal Reply(
        (DateTimeOffset At, int Urgency) since,
        DateTimeOffset? until,
        bool answered,
        Organisation organisation,
        DateTimeOffset now
    )
    {
        var goal = organisation.GoalFor(since.Urgency);
        var target = answered ? goal.NextWithin ?? goal.AnswerWithin : goal.AnswerWithin;
        var elapsed = organisation.Between(since.At, until ?? now, goal);
        return new(
            answered ? ServiceMetric.NextReply : ServiceMetric.FirstReply,
            since.At,
            until,
            elapsed,
            target,
            until is null ? organisation.After(since.At, target, goal) : null,
            since.Urgency,
            elapsed > target ? GoalState.Breached
                : until is null ? GoalState.Running
                : GoalState.Met
        );
    }

    /// <summary>The clock of the solution stands still from an answer to the customer's next message, and ends when the case is solved or closed for the last time.</summary>
    private static ServiceGoal Solution(
        CaseSnapshot snapshot,
        Moment first,
        List<Moment> moments,
        Organisation organisation,
        DateTimeOffset now
    )
    {
        var goal = organisation.GoalFor(snapshot.Urgency);
        var target = goal.TimeToSolve();
        DateTimeOffset? ended =
            snapshot.State == CaseState.Open ? null : moments.FindLast(moment => moment.Kind is MomentKind.Solved or MomentKind.Closed)?.At;
        var (elapsed, running) = (TimeSpan.Zero, (DateTimeOffset?)first.At);
        foreach (var moment in moments.Where(moment => ended is null || moment.At <= ended))
        {
            if (moment.Kind == MomentKind.Message)
            {
                running ??= moment.At;
            }
            else if (running is { } since)
            {
                elapsed += organisation.Between(since, moment.At, goal);
                running = null;
            }
        }

        if (running is { } still)
        {
            elapsed += organisation.Between(still, ended ?? now, goal);
        }

        return new(
            ServiceMetric.Solution,
            first.At,
            ended,
            elapsed,
            target,
            ended is null && running is not null && elapsed < target ? organisation.After(now, target - elapsed, goal) : null,
            snapshot.Urgency,
            elapsed > target ? GoalState.Breached
                : ended is not null ? GoalState.Met
                : running is null ? GoalState.Paused
                : GoalState.Running
        );
    }

    private static List<Moment> Moments(CaseHistory history)
    {
        var moments = new List<Moment>();
        foreach (var message in history.Messages.Where(message => !message.IsAutomatic))
        {
            var closes = message.Plan.Steps.Any(step => step is { Kind: "case", What: "close", Result: "done" });
            moments.Add(new(message.ReceivedAt, closes ? MomentKind.Closed : MomentKind.Message, message.Plan.Urgency));
        }

        foreach (var reply in history.Replies.Select(stored => stored.Reply).Where(reply => !reply.IsAutomatic && reply.SentAt is not null))
        {
            moments.Add(new(reply.SentAt!.Value, reply.Scenario == "confirm-solved" ? MomentKind.Solved : MomentKind.Answer, 0));
            if (reply.Scenario == "confirm-solved")
            {
                moments.Add(new(reply.SentAt.Value, MomentKind.Answer, 0));
            }
        }

        moments.AddRange(
            history
                .Events.Where(happening => happening.Kind == "closed")
                .Select(happening => new Moment(happening.At, MomentKind.Closed, 0))
        );
        return [.. moments.OrderBy(moment => moment.At).ThenBy(moment => moment.Kind)];
    }

    private enum MomentKind
    {
        Message,
        Answer,
        Solved,
        Closed,
    }

    private sealed record Moment(DateTimeOffset At, MomentKind Kind, int Urgency);
}
