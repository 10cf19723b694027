using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Insights;

public sealed class ServiceClockTests
{
    /// <summary>Monday to Friday 09:00 to 17:00 UTC; the 25th is free. Urgency 3: answers within 4 hours, the next within 2, solved within 16.</summary>
    private static readonly Organisation Desk = Working("2026-11-25");

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_answer_by_a_person_stops_the_clock_and_the_machines_does_not()
    {
        var timeline = Timeline.Opened(Monday.AddHours(10)).Acknowledged(Monday.AddHours(10)).Answered(Monday.AddHours(13));

        Assert.Equal("first-reply met 180/240 of urgency 3", Lines(timeline, Monday.AddDays(3))[0]);
    }

    [Fact]
    public void Only_working_hours_count()
    {
        // Asked at 16:00, answered at 11:00 of the next day: one hour and two.
        var timeline = Timeline.Opened(Monday.AddHours(16)).Answered(Monday.AddHours(24 + 11));

        Assert.Equal("first-reply met 180/240 of urgency 3", Lines(timeline, Monday.AddDays(3))[0]);
    }

    [Fact]
    public void A_question_nobody_has_answered_says_when_its_time_is_over()
    {
        var goal = Goals(Timeline.Opened(Monday.AddHours(24 + 15)), Monday.AddHours(24 + 16))[0];

        // Tuesday 15:00, two hours that day, Wednesday is a holiday, two hours on Thursday.
        Assert.Equal((GoalState.Running, Monday.AddHours((3 * 24) + 11)), (goal.State, goal.DueAt));
        Assert.Equal(TimeSpan.FromHours(1), goal.Elapsed);
    }

    [Fact]
    public void A_corrected_calendar_corrects_the_past()
    {
        var history = Timeline.Opened(Monday.AddHours(24 + 15)).Answered(Monday.AddHours((2 * 24) + 14));

        Assert.Equal("first-reply met 120/240 of urgency 3", Lines(history, Monday.AddDays(4))[0]);
        Assert.Equal("first-reply breached 420/240 of urgency 3", Line(ServiceClock.Of(history.History, Working(), Monday.AddDays(4))[0]));
    }

    [Fact]
    public void A_later_message_has_a_clock_of_its_own_and_several_in_a_row_have_one()
    {
        var timeline = Timeline
            .Opened(Monday.AddHours(9))
            .Answered(Monday.AddHours(10))
            .Writes(Monday.AddHours(11))
            .Writes(Monday.AddHours(12), urgency: 1)
            .Answered(Monday.AddHours(12.5));

        // Urgency 1 runs around the clock: 30 minutes are its goal.
        Assert.Equal(
            ["first-reply met 60/240 of urgency 3", "next-reply breached 90/30 of urgency 1"],
            Lines(timeline, Monday.AddDays(1)).Take(2)
        );
    }

    [Fact]
    public void The_solution_clock_stands_still_while_we_wait_for_the_customer()
    {
        var waiting = Timeline.Opened(Monday.AddHours(9)).Answered(Monday.AddHours(11));
        var done = Timeline
            .Opened(Monday.AddHours(9))
            .Answered(Monday.AddHours(11))
            .Writes(Monday.AddHours(24 + 9))
            .Solved(Monday.AddHours(24 + 10))
            .Writes(Monday.AddHours(24 + 16), 3, "close");

        Assert.Equal("solution paused 120/960 of urgency 3", Lines(waiting, Monday.AddDays(20))[^1]);
        Assert.Equal("solution met 180/960 of urgency 3", Lines(done, Monday.AddDays(20))[^1]);
    }

    [Fact]
    public void What_the_customer_does_not_accept_was_no_solution()
    {
        var timeline = Timeline.Opened(Monday.AddHours(9)).Solved(Monday.AddHours(10)).Writes(Monday.AddHours(11), 3, "reopen");

        var solution = Goals(timeline, Monday.AddHours(13))[^1];

        Assert.Equal((GoalState.Running, TimeSpan.FromHours(3), null), (solution.State, solution.Elapsed, solution.EndedAt));
        Assert.Equal(ServiceMetric.NextReply, Goals(timeline, Monday.AddHours(13))[1].Metric);
    }

    [Fact]
    public void A_case_that_a_machine_opened_has_no_goals() =>
        Assert.Empty(Goals(Timeline.Opened(Monday, automatic: true), Monday.AddDays(1)));

    [Fact]
    public void Closing_for_another_reason_ends_every_clock()
    {
        var timeline = Timeline.Opened(Monday.AddHours(9)).Happened(Monday.AddHours(10), "closed", ReasonCode.ByAgent, "spam");

        var goal = Assert.Single(Goals(timeline, Monday.AddDays(2)));
        Assert.Equal((ServiceMetric.Solution, GoalState.Met), (goal.Metric, goal.State));
    }

    private static IReadOnlyList<ServiceGoal> Goals(Timeline timeline, DateTimeOffset now) => ServiceClock.Of(timeline.History, Desk, now);

    private static List<string> Lines(Timeline timeline, DateTimeOffset now) => [.. Goals(timeline, now).Select(Line)];

    private static string Line(ServiceGoal goal) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{KebabCase.NameOf(goal.Metric)} {KebabCase.NameOf(goal.State)} {goal.Elapsed.TotalMinutes}/{goal.Target.TotalMinutes} of urgency {goal.Urgency}"
        );

    private static Organisation Working(params string[] holidays) =>
        new(
            Organisations.File with
            {
                Calendar = new()
                {
                    Hours = new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.ToDictionary(
                        day => day,
                        _ => "09:00-17:00",
                        StringComparer.Ordinal
                    ),
                    Holidays = [.. holidays.Select(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))],
                },
                ServiceGoals = new Dictionary<string, GoalEntry>(StringComparer.Ordinal)
                {
                    ["1"] = new() { AnswerWithin = TimeSpan.FromMinutes(30), AroundTheClock = true },
                    ["3"] = new()
                    {
                        AnswerWithin = TimeSpan.FromHours(4),
                        NextWithin = TimeSpan.FromHours(2),
                        SolveWithin = TimeSpan.FromHours(16),
                    },
                },
            }
        );
}
