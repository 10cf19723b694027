using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases.Agents;

public sealed class CaseActsTests : IDisposable
{
    private readonly ServiceProvider _services = Pipeline.Create();
    private readonly CaseHistory _case;

    public CaseActsTests() => _case = WorkedCases.Opened(_services);

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("me", "anna@desk.example", "assigned")]
    [InlineData(" Bob \u202E Smith ", "Bob Smith", "assigned")]
    public void A_case_is_given_to_somebody_and_the_timeline_says_by_whom_and_why(string to, string expected, string kind)
    {
        var after = _case.After(CaseActs.Assign(_case, new(to, "knows blenders"), WorkedCases.Anna("k1")));

        Assert.Equal((expected, 2), (after.Case.Assignee, after.Case.Version));
        Assert.Equal(
            [
                new TimelineEvent($"{kind}:k1", Ids.Time.AddMinutes(30), kind, "by-agent", expected, "anna@desk.example", "knows blenders")
                {
                    Version = 2,
                },
            ],
            after.Events
        );
    }

    [Fact]
    public void A_case_is_given_back_to_nobody_and_giving_it_to_the_same_person_changes_nothing()
    {
        var mine = _case.After(CaseActs.Assign(_case, new("me"), WorkedCases.Anna()));

        Assert.IsType<CaseDecision.Nothing>(CaseActs.Assign(mine, new("me"), WorkedCases.Anna()));
        Assert.Null(mine.After(CaseActs.Assign(mine, new(null), WorkedCases.Anna())).Case.Assignee);
        Assert.Equal((400, "to-invalid"), WorkedCases.Refusal(CaseActs.Assign(_case, new(" \u202E "), WorkedCases.Anna())));
        Assert.Equal((400, "to-invalid"), WorkedCases.Refusal(CaseActs.Assign(_case, new(new('x', 101)), WorkedCases.Anna())));
    }

    [Fact]
    public void A_note_has_words_and_an_end()
    {
        Assert.Equal("for us", _case.After(CaseActs.Note(_case, new("for us"), WorkedCases.Anna())).Events[0].Note);
        Assert.Equal((400, "text-missing"), WorkedCases.Refusal(CaseActs.Note(_case, new("\u0001 \u202E"), WorkedCases.Anna())));
        Assert.Equal((400, "text-too-long"), WorkedCases.Refusal(CaseActs.Note(_case, new(new('x', 20_001)), WorkedCases.Anna())));
    }

    [Fact]
    public void Somebody_else_is_asked_to_look_with_a_reason()
    {
        Assert.Equal("supervisor", _case.After(CaseActs.Escalate(_case, new(Note: "wants the boss"), WorkedCases.Anna())).Case.EscalatedTo);
        Assert.Equal("legal", _case.After(CaseActs.Escalate(_case, new("legal", "names a lawyer"), WorkedCases.Anna())).Case.EscalatedTo);
        Assert.Equal((400, "note-missing"), WorkedCases.Refusal(CaseActs.Escalate(_case, new("legal"), WorkedCases.Anna())));
        Assert.Equal((400, "to-invalid"), WorkedCases.Refusal(CaseActs.Escalate(_case, new("police", "x"), WorkedCases.Anna())));
    }

    [Theory]
    [InlineData("customer-confirmed", true)]
    [InlineData("no-answer-needed", false)]
    [InlineData("duplicate", false)]
    [InlineData("spam", false)]
    public void A_case_is_closed_for_few_reasons_and_nothing_is_due_any_more(string reason, bool isConfirmed)
    {
        Assert.NotEmpty(_case.Case.FollowUps);

        var after = _case.After(CaseActs.Close(_case, new(reason, "why"), WorkedCases.Anna())).Case;

        Assert.Equal((CaseState.Closed, isConfirmed, null, null), (after.State, after.IsConfirmed, after.WaitingSince, after.EscalatedTo));
        Assert.Equal(Ids.Time.AddMinutes(30), after.ClosedAt);
        Assert.Empty(after.FollowUps);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("done")]
    [InlineData("Spam")]
    public void Everything_else_is_closed_by_the_customers_word(string? reason)
    {
        var refused = Assert.IsType<CaseDecision.Refuse>(CaseActs.Close(_case, new(reason), WorkedCases.Anna()));

        Assert.Equal((400, "reason-invalid"), (refused.Status, refused.Reason));
        Assert.Equal(
            "reason is one of customer-confirmed, no-answer-needed, duplicate, spam. Otherwise mark the case as solved: the customer is asked, and the case closes by itself.",
            refused.Detail
        );
    }

    [Fact]
    public void A_closed_case_is_opened_again_without_a_survey_to_come()
    {
        var closed = _case
            .After(CaseActs.Close(_case, new("spam"), WorkedCases.Anna()))
            .With(its =>
                its with
                {
                    FollowUps =
                    [
                        new(FollowUpKind.Survey, Ids.Time.AddDays(1), "c", "r"),
                        new(FollowUpKind.WaitingList, Ids.Time.AddDays(2), "c", "r"),
                    ],
                    AutomaticReopenings = 3,
                }
            );

        var after = closed.After(CaseActs.Reopen(closed, new("not spam"), WorkedCases.Anna())).Case;

        Assert.Equal((CaseState.Open, 0, false), (after.State, after.AutomaticReopenings, after.IsConfirmed));
        Assert.Equal([FollowUpKind.WaitingList], after.FollowUps.Select(followUp => followUp.Kind));
    }

    [Fact]
    public void Opening_and_closing_what_is_so_already_changes_nothing_and_a_held_case_is_released()
    {
        var closed = _case.After(CaseActs.Close(_case, new("spam"), WorkedCases.Anna()));

        Assert.IsType<CaseDecision.Nothing>(CaseActs.Close(closed, new("spam"), WorkedCases.Anna()));
        Assert.IsType<CaseDecision.Nothing>(CaseActs.Reopen(_case, new(), WorkedCases.Anna()));
        var held = _case.With(its => its with { State = CaseState.Held });
        Assert.Equal((409, "case-held"), WorkedCases.Refusal(CaseActs.Reopen(held, new(), WorkedCases.Anna())));
    }

    [Fact]
    public void What_was_changed_stands_on_the_timeline()
    {
        var organisation = _services.GetRequiredService<Organisation>();
        var urgency = _case.Case.Urgency == 1 ? 2 : 1;

        var after = _case.After(
            CaseActs.Update(_case, new(urgency, null, "Blender\r\n is dead", "sounds bad"), WorkedCases.Anna(), organisation)
        );

        Assert.Equal((urgency, "Blender is dead"), (after.Case.Urgency, after.Case.Subject));
        Assert.Equal(
            $"urgency {_case.Case.Urgency} -> {urgency}; subject Blender stopped -> Blender is dead",
            Assert.Single(after.Events).Evidence
        );
        Assert.IsType<CaseDecision.Nothing>(CaseActs.Update(_case, new(), WorkedCases.Anna(), organisation));
        Assert.Equal((400, "urgency-invalid"), WorkedCases.Refusal(CaseActs.Update(_case, new(5), WorkedCases.Anna(), organisation)));
        Assert.Equal((400, "team-unknown"), WorkedCases.Refusal(CaseActs.Update(_case, new(Team: "x"), WorkedCases.Anna(), organisation)));
        Assert.Equal(
            (400, "subject-invalid"),
            WorkedCases.Refusal(CaseActs.Update(_case, new(Subject: "\u202E"), WorkedCases.Anna(), organisation))
        );
    }

    [Fact]
    public void An_act_under_a_key_that_was_used_is_done_already_whatever_the_caller_has_seen()
    {
        var noted = _case.After(CaseActs.Note(_case, new("once"), WorkedCases.Anna("k1", seen: 1)));

        Assert.IsType<CaseDecision.Nothing>(CaseDesk.Guard(noted, WorkedCases.Anna("k1", seen: 1)));
        Assert.Null(CaseDesk.Guard(noted, WorkedCases.Anna("k2", seen: 2)));
        Assert.Null(CaseDesk.Guard(noted, WorkedCases.Anna("k2")));
        var stale = Assert.IsType<CaseDecision.Refuse>(CaseDesk.Guard(noted, WorkedCases.Anna("k2", seen: 1)));
        Assert.Equal((409, "case-changed", 2), (stale.Status, stale.Reason, stale.More["version"]));
        var changes = Assert.IsType<IReadOnlyList<TimelineEntryDocument>>(stale.More["changes"], exactMatch: false);
        Assert.Equal([("note", "once", 2)], changes.Select(entry => (entry.Kind!, entry.Note!, entry.Version)));
    }
}
