using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Insights;

public sealed class DayReportTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void A_day_counts_what_happened_on_it_and_says_how_many_each_figure_rests_on()
    {
        var cases = new[]
        {
            Timeline.Opened(Morning).Answered(Morning.AddHours(1)).Solved(Morning.AddHours(2)).Writes(Morning.AddHours(3), 3, "close"),
            Timeline
                .Opened(Morning.AddDays(-3))
                .Answered(Morning.AddHours(4))
                .Happened(Morning, "promise-missed", PlaybookReason.AnswerPromised),
            Timeline.Opened(Morning.AddHours(5)),
            Timeline.Opened(Morning, automatic: true),
            Timeline
                .Opened(Morning.AddDays(-9))
                .Answered(Morning.AddDays(-8))
                .Happened(Morning.AddHours(6), "closed", ReasonCode.NoAnswerToConfirmation)
                .Happened(Morning, "follow-up-skipped", ReasonCode.PromiseKept),
            Timeline.Opened(Morning.AddDays(-1)).Happened(Morning.AddHours(1), "closed", ReasonCode.ByAgent, "spam"),
        };

        var report = DayReport.Of(Day, [.. cases.Select(one => one.History)], Organisations.Usual, Morning.AddDays(2));

        Assert.Equal((6, 2, 1, 0), (report.CasesSeen, report.Opened, report.OpenedByMachine, report.Reopened));
        Assert.Equal((1, 1, 1), (report.ClosedConfirmed, report.ClosedSilently, report.ClosedByAgent));
        Assert.Equal((1, 1), (report.PromisesKept, report.PromisesMissed));
        Assert.Equal(new GoalFigures(2, 1, 60, (3 * 24 * 60) + 240), report.FirstReply);
        Assert.Equal(new GoalFigures(0, 0, null, null), report.NextReply);
        Assert.Equal(3, report.Solution.Population);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["support"] = 2 }, report.ByTeam);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["en"] = 2 }, report.ByLanguage);
    }

    [Fact]
    public void A_day_is_a_day_of_the_desks_time_zone()
    {
        var tokyo = new Organisation(Organisations.File with { Calendar = new() { TimeZone = "Asia/Tokyo" } });
        var history = Timeline.Opened(new(2026, 11, 20, 16, 0, 0, TimeSpan.Zero)).History;

        Assert.Equal(0, DayReport.Of(Day, [history], tokyo, Morning.AddDays(2)).Opened);
        Assert.Equal(1, DayReport.Of(Day.AddDays(1), [history], tokyo, Morning.AddDays(2)).Opened);
    }
}
