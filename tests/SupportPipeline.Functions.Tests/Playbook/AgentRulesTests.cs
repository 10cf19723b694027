using SupportPipeline.Testing;

namespace SupportPipeline.Playbook;

public sealed class AgentRulesTests
{
    public static TheoryData<AgentMark, string[]> Rows { get; } =
        new()
        {
            {
                AgentMark.OurMistake,
                [
                    "our-mistake: reply our-mistake draft agent-mark",
                    "our-mistake: follow-up fix-check scheduled playbook-schedule @11-22 09:00",
                ]
            },
            {
                AgentMark.CustomersMistake,
                [
                    "customers-mistake: reply how-to draft agent-mark",
                    "customers-mistake: follow-up did-it-work scheduled playbook-schedule @11-22 09:00",
                    "customers-mistake: case usability-finding done agent-mark",
                ]
            },
            {
                AgentMark.NotPossible,
                [
                    "request-not-possible: reply request-declined draft agent-mark",
                    "request-not-possible: follow-up waiting-list scheduled playbook-schedule",
                ]
            },
            {
                AgentMark.NotKnownYet,
                [
                    "not-known-yet: reply answer-promised draft agent-mark",
                    "not-known-yet: follow-up progress-note scheduled playbook-schedule",
                ]
            },
            {
                AgentMark.Solved,
                [
                    "solved: reply confirm-solved draft agent-mark",
                    "solved: follow-up confirm-reminder scheduled playbook-schedule @11-23 09:00",
                    "solved: follow-up confirm-warning scheduled playbook-schedule @11-26 09:00",
                    "solved: follow-up close-silently scheduled playbook-schedule @11-27 09:00",
                    "solved: case close not-done only-customer-closes",
                ]
            },
            { AgentMark.UnknownFeature, ["unknown-feature: reply feature-research draft agent-mark"] },
            { AgentMark.SuggestionDecided, ["suggestion: reply suggestion-decided draft agent-mark"] },
            { AgentMark.ItemAvailable, ["request-not-possible: reply waiting-list-available draft agent-mark"] },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mark_gives_a_draft_of_the_right_reply_and_what_is_scheduled_with_it(AgentMark mark, string[] lines) =>
        Assert.Equal(
            [.. lines, "general: reply acknowledgement not-sent case-already-acknowledged"],
            Plans.LinesOf(Facts.Later(Triages.Plain) with { Mark = mark })
        );

    [Fact]
    public void Every_mark_has_a_row() =>
        Assert.Equal(Enum.GetValues<AgentMark>(), Rows.Select(row => (AgentMark)((object[])row)[0]).Order());

    [Fact]
    public void Only_the_customers_word_closes_a_case()
    {
        var plan = PlaybookRules.Decide(Facts.Later(Triages.Plain) with { Mark = AgentMark.Solved });

        Assert.False(plan.Changes("close"));
    }

    [Fact]
    public void What_is_due_on_a_free_day_is_due_when_the_desk_opens_again()
    {
        var organisation = new Platform.Organisation(Organisations.File with { Calendar = new() { Holidays = [new(2026, 11, 22)] } });

        Assert.Contains(
            "our-mistake: follow-up fix-check scheduled playbook-schedule @11-23 00:00",
            Plans.LinesOf(Facts.Later(Triages.Plain) with { Mark = AgentMark.OurMistake, Organisation = organisation })
        );
    }
}
