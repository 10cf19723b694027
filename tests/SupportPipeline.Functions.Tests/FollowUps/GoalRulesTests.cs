using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.FollowUps;

public sealed class GoalRulesTests
{
    /// <summary>Around the clock; urgency 3: answered within 4 hours, solved within 16.</summary>
    private static readonly Organisation Always = new(
        Organisations.File with
        {
            Calendar = new(),
            ServiceGoals = new Dictionary<string, GoalEntry>(StringComparer.Ordinal)
            {
                ["3"] = new()
                {
                    AnswerWithin = TimeSpan.FromHours(4),
                    SolveWithin = TimeSpan.FromHours(16),
                    AroundTheClock = true,
                },
            },
        }
    );

    private static readonly DateTimeOffset Opened = Ids.Time;

    [Fact]
    public void Each_goal_is_warned_of_and_told_as_breached_once()
    {
        var waiting = Waiting(Timeline.Opened(Opened));
        var watch = Watch(Opened.AddHours(2));
        var told = new List<string>();
        for (var wakeUps = 0; wakeUps < 10; wakeUps++)
        {
            var act = GoalRules.Decide(watch, waiting, Always, watch.At);
            told.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(watch.At - Opened).TotalHours:F1} {act.Reason} {act.Attention} {act.Evidence}"
                )
            );
            if (act.Next is not [var next])
            {
                break;
            }

            watch = next;
        }

        Assert.Equal(
            [
                "2.0 goal-not-at-risk  ",
                "3.0 goal-at-risk agent first-reply",
                "4.0 goal-breached supervisor first-reply",
                "14.0 goal-at-risk agent solution",
                "16.0 goal-breached supervisor solution",
            ],
            told
        );
    }

    [Fact]
    public void A_customer_who_was_answered_needs_no_watch()
    {
        var answered = Timeline.Opened(Opened).Answered(Opened.AddHours(1)).History;

        var act = GoalRules.Decide(Watch(Opened.AddHours(3)), answered, Always, Opened.AddHours(3));

        Assert.Equal(("", "goal-not-at-risk", 0), (act.Happening, act.Reason, act.Next.Count));
    }

    [Fact]
    public void A_promised_answer_is_left_to_its_own_reminder()
    {
        var waiting = Waiting(Timeline.Opened(Opened));
        var promised = CaseSchedule.Promise(waiting.Case, Opened.AddHours(4), "cause", Opened);

        var watched = GoalRules.Watch(waiting, promised, "cause", Always, Opened);

        Assert.Equal(Opened.AddHours(14), watched.FollowUps.Single(followUp => followUp.Kind == FollowUpKind.GoalWarning).At);
    }

    [Fact]
    public void A_goal_that_was_changed_moves_its_warning()
    {
        var act = GoalRules.Decide(
            Watch(Opened.AddHours(3)),
            Waiting(Timeline.Opened(Opened)),
            new(Organisations.File),
            Opened.AddHours(3)
        );

        Assert.Equal(("", "goal-not-at-risk"), (act.Happening, act.Reason));
        Assert.True(Assert.Single(act.Next).At > Opened.AddHours(3));
    }

    private static CaseFollowUp Watch(DateTimeOffset at) => new(FollowUpKind.GoalWarning, at, "cause", PlaybookReason.ServiceGoal);

    private static CaseHistory Waiting(Timeline timeline)
    {
        var history = timeline.History;
        return history with { Stored = history.Stored with { Case = history.Case with { WaitingSince = Opened } } };
    }
}
