using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;
using static SupportPipeline.FollowUps.SolvedCases;

namespace SupportPipeline.FollowUps;

public sealed class FollowUpRulesTests
{
    private static readonly Organisation Always = new(Organisations.File with { Calendar = new() });

    [Theory]
    [InlineData(FollowUpKind.PromiseReminder, "promise-due", null, "agent")]
    [InlineData(FollowUpKind.ProgressNote, "progress-due", "progress-note", "agent")]
    [InlineData(FollowUpKind.PromiseEscalation, "promise-missed", "promise-late", "supervisor")]
    [InlineData(FollowUpKind.DidItWork, "did-it-work", "did-it-work", null)]
    [InlineData(FollowUpKind.FixCheck, "fix-check", "fix-check", null)]
    [InlineData(FollowUpKind.CheckIn, "check-in", "check-in", null)]
    [InlineData(FollowUpKind.Reminder, "reminded", null, "agent")]
    [InlineData(FollowUpKind.SuggestionOutcome, "reminded", null, "agent")]
    [InlineData(FollowUpKind.WaitingList, "reminded", null, "agent")]
    public void In_an_open_case_whose_customer_waits(FollowUpKind kind, string happening, string? template, string? attention)
    {
        var act = Decide(Due(kind), Case);

        Assert.Equal((happening, template, attention, false), (act.Happening, act.Template, act.Attention, act.Closes));
    }

    [Theory]
    [InlineData(FollowUpKind.PromiseReminder)]
    [InlineData(FollowUpKind.ProgressNote)]
    [InlineData(FollowUpKind.PromiseEscalation)]
    public void A_promise_that_was_kept_needs_nothing(FollowUpKind kind) =>
        Assert.Equal(("", "promise-kept"), Reason(Decide(Due(kind), Case with { WaitingSince = null })));

    [Theory]
    [InlineData(FollowUpKind.PromiseEscalation)]
    [InlineData(FollowUpKind.DidItWork)]
    [InlineData(FollowUpKind.ConfirmReminder)]
    [InlineData(FollowUpKind.CloseSilently)]
    public void A_closed_case_is_left_alone(FollowUpKind kind) =>
        Assert.Equal(("", "case-closed"), Reason(Decide(Due(kind), Case with { State = CaseState.Closed })));

    [Theory]
    [InlineData(FollowUpKind.ConfirmReminder)]
    [InlineData(FollowUpKind.ConfirmWarning)]
    [InlineData(FollowUpKind.CloseSilently)]
    public void A_case_that_is_open_again_is_not_closed(FollowUpKind kind) =>
        Assert.Equal(("", "not-solved-any-more"), Reason(Decide(Due(kind), Case)));

    [Fact]
    public void Nothing_goes_out_of_a_held_or_merged_case()
    {
        Assert.Equal(("", "case-is-held"), Reason(Decide(Due(FollowUpKind.CheckIn), Case with { State = CaseState.Held })));
        Assert.Equal(("", "case-is-merged"), Reason(Decide(Due(FollowUpKind.CheckIn), Case with { MergedInto = Ids.Next() })));
    }

    [Fact]
    public void A_missed_promise_is_more_urgent_and_its_new_time_is_a_promise_again()
    {
        var act = Decide(Due(FollowUpKind.PromiseEscalation), Case);

        var by = act.AnswerBy!.Value;
        Assert.Equal((2, 0L), (act.Urgency, by.UtcTicks % TimeSpan.TicksPerHour));
        Assert.Equal(
            [(FollowUpKind.PromiseReminder, true, null), (FollowUpKind.PromiseEscalation, false, "1")],
            act.Next.Select(next => (next.Kind, next.At < by, next.Note))
        );
        Assert.Equal(by, act.Next[1].At);
    }

    [Fact]
    public void The_customer_is_told_once_and_the_supervisor_three_times()
    {
        var second = Decide(Due(FollowUpKind.PromiseEscalation, note: "1"), Case);
        var third = Decide(Due(FollowUpKind.PromiseEscalation, note: "2"), Case);

        Assert.Equal((null, "supervisor", 2), (second.Template, second.Attention, second.Next.Count));
        Assert.Equal((null, "supervisor", 0), (third.Template, third.Attention, third.Next.Count));
    }

    [Fact]
    public void Reminder_warning_and_close_come_in_order_with_a_day_between_them()
    {
        var late = Solved with
        {
            FollowUps =
            [
                Due(FollowUpKind.ConfirmReminder, Now.AddDays(-7)),
                Due(FollowUpKind.ConfirmWarning, Now.AddDays(-4)),
                Due(FollowUpKind.CloseSilently, Now.AddDays(-3)),
            ],
        };

        var close = Decide(late.FollowUps[2], late);
        var warning = Decide(late.FollowUps[1], late);
        var reminder = Decide(late.FollowUps[0], late);

        Assert.Equal(("closing-postponed", "not-warned-yet", false), (close.Happening, close.Reason, close.Closes));
        Assert.Equal([(FollowUpKind.CloseSilently, Now.AddDays(1))], Times(close));
        Assert.Equal((FollowUpKind?)FollowUpKind.ConfirmReminder, warning.Drops);
        Assert.Equal([(FollowUpKind.CloseSilently, Now.AddDays(1))], Times(warning));
        Assert.Equal([(FollowUpKind.ConfirmWarning, Now.AddDays(1)), (FollowUpKind.CloseSilently, Now.AddDays(2))], Times(reminder));
    }

    [Fact]
    public void A_case_that_was_warned_in_time_is_closed()
    {
        var act = Decide(Due(FollowUpKind.CloseSilently), Solved);

        Assert.Equal(("closed", "closed-silent", true), (act.Happening, act.Template, act.Closes));
    }

    [Fact]
    public void Survey_and_mails_outside_of_cases_are_not_decided_here() =>
        Assert.All(
            new[] { FollowUpKind.Survey, FollowUpKind.PurchaseCheckIn, FollowUpKind.BirthdayGreeting },
            kind => Assert.Equal(("", "nothing-due"), Reason(Decide(Due(kind), Case)))
        );

    private static FollowUpAct Decide(CaseFollowUp due, CaseSnapshot snapshot) => FollowUpRules.Decide(due, snapshot, Always, Now);

    private static (string, string) Reason(FollowUpAct act) => (act.Happening, act.Reason);

    private static IEnumerable<(FollowUpKind, DateTimeOffset)> Times(FollowUpAct act) => act.Next.Select(next => (next.Kind, next.At));
}
