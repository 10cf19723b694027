using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

public sealed class ContentRulesTests
{
    private const string AcknowledgedBefore = "general: reply acknowledgement not-sent case-already-acknowledged";
    private const string Acknowledged = "general: reply acknowledgement send first-message";

    private static readonly IncidentFacts Incident = new("inc-7", "Sign-in", "A server is down.", Ids.Time.AddHours(2));

    [Fact]
    public void Thanks_on_a_solved_case_close_it() =>
        Assert.Equal(
            ["thanks: case close done says-solved \"works again\"", "thanks: reply closed-confirmed send says-solved"],
            Plans.LinesOf(Facts.Later(Thanks, Facts.Acknowledged with { IsSolved = true }))
        );

    [Fact]
    public void Thanks_on_an_open_case_close_nothing()
    {
        var facts = Facts.Later(Thanks);

        Assert.Equal(["thanks: case close not-done not-marked-solved", AcknowledgedBefore], Plans.LinesOf(facts));
        Assert.False(PlaybookRules.Decide(facts).Changes("close"));
    }

    [Fact]
    public void Thanks_on_a_closed_case_do_not_reopen_it()
    {
        var facts = Facts.Later(Thanks, Facts.Acknowledged with { IsClosed = true });

        Assert.Equal(["thanks: case reopen not-done says-solved", AcknowledgedBefore], Plans.LinesOf(facts));
        Assert.False(PlaybookRules.Decide(facts).Changes("reopen"));
    }

    [Fact]
    public void Still_broken_reopens_the_case() =>
        Assert.Equal(
            [
                "still-broken: case reopen done says-not-solved \"still broken\"",
                "still-broken: reply reopened send says-not-solved \"still broken\"",
                .. Promise("still-broken"),
            ],
            Plans.LinesOf(Facts.Later(StillBroken, Facts.Acknowledged with { IsSolved = true }))
        );

    [Fact]
    public void Still_broken_for_the_second_time_goes_to_a_supervisor_and_a_person_answers() =>
        Assert.Equal(
            [
                "still-broken: case reopen done reopened-again \"still broken\"",
                "still-broken: escalation supervisor told reopened-again \"still broken\"",
                "still-broken: reply reopened-supervisor draft reopened-again \"still broken\"",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(StillBroken, Facts.Acknowledged with { Reopenings = 1 }))
        );

    [Fact]
    public void Still_broken_as_the_first_words_of_a_case_reopens_nothing() =>
        Assert.Equal([Acknowledged, .. Promise("general")], Plans.LinesOf(Facts.Opening(StillBroken)));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Any_other_message_brings_a_solved_or_closed_case_back_to_somebodys_eyes(bool isSolved, bool isClosed) =>
        Assert.Equal(
            ["general: case open-again done writes-again", AcknowledgedBefore],
            Plans.LinesOf(Facts.Later(Triages.Plain, Facts.Acknowledged with { IsSolved = isSolved, IsClosed = isClosed }))
        );

    [Fact]
    public void Words_that_may_be_thanks_bring_it_back_too() =>
        Assert.Equal(
            ["general: case open-again done writes-again", AcknowledgedBefore, "general: escalation agent told triage-unsure \"intent\""],
            Plans.LinesOf(
                Facts.Later(
                    Triages.Plain with
                    {
                        Intent = Triages.Unsure(Intent.ConfirmsSolved),
                    },
                    Facts.Acknowledged with
                    {
                        IsClosed = true,
                    }
                )
            )
        );

    [Fact]
    public void A_known_outage_is_told_with_what_is_known_and_the_case_is_linked() =>
        Assert.Equal(
            [
                "outage: case link-incident done matches-incident \"inc-7\"",
                "outage: follow-up incident-updates scheduled matches-incident @11-20 11:00",
                "outage: reply outage-known send matches-incident \"Sign-in\"",
            ],
            Plans.LinesOf(Facts.Opening(Outage) with { Incident = Incident })
        );

    [Fact]
    public void A_known_outage_is_told_in_the_middle_of_a_case_too() =>
        Assert.Contains(
            "outage: reply outage-known send matches-incident \"Sign-in\"",
            Plans.LinesOf(Facts.Later(Triages.Plain) with { Incident = Incident })
        );

    [Fact]
    public void A_known_outage_is_told_once()
    {
        var facts = Facts.Later(Outage, Facts.Acknowledged with { IncidentId = "inc-7" }) with { Incident = Incident };

        Assert.Equal(
            [
                "outage: case link-incident done matches-incident \"inc-7\"",
                "outage: follow-up incident-updates scheduled matches-incident @11-20 11:00",
                "outage: reply outage-known not-sent told-of-incident \"inc-7\"",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(facts)
        );
        Assert.Equal(Scenario.Outage, PlaybookRules.Decide(facts).Scenario);
    }

    [Fact]
    public void A_report_nobody_else_made_is_received_as_one() =>
        Assert.Equal(
            ["outage: case link-incident not-done no-open-incident", "outage: reply outage-reported send reports-outage \"cannot log in\""],
            Plans.LinesOf(Facts.Opening(Outage))
        );

    [Fact]
    public void A_report_in_the_middle_of_a_case_is_answered_by_a_person() =>
        Assert.Equal(
            [
                "outage: case link-incident not-done no-open-incident",
                "outage: reply outage-reported not-sent case-already-acknowledged \"cannot log in\"",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(Outage))
        );

    [Theory]
    [InlineData(Intent.Cancel, "cancellation", "cancellation-received", "wants-to-cancel", false)]
    [InlineData(Intent.Refund, "refund", "refund-received", "wants-refund", true)]
    public void What_the_customer_wants_is_received_in_the_first_answer(
        Intent intent,
        string scenario,
        string template,
        string reason,
        bool isPromise
    )
    {
        var triage = Triages.Wanting(intent, "I want");

        Assert.Equal(
            [$"{scenario}: reply {template} send {reason} \"I want\"", .. isPromise ? Promise(scenario) : []],
            Plans.LinesOf(Facts.Opening(triage))
        );
        Assert.Equal(
            [$"{scenario}: reply {template} not-sent case-already-acknowledged \"I want\"", AcknowledgedBefore],
            Plans.LinesOf(Facts.Later(triage))
        );
    }

    [Fact]
    public void A_suggestion_is_thanked_for_and_its_outcome_will_be_told()
    {
        var triage = Triages.Plain with { Style = Triages.Sure(Style.Constructive, "why not add") };
        const string Outcome = "suggestion: follow-up suggestion-outcome scheduled playbook-schedule";

        Assert.Equal(
            ["suggestion: reply suggestion-received send brings-idea \"why not add\"", Outcome],
            Plans.LinesOf(Facts.Opening(triage))
        );
        Assert.Equal(
            ["suggestion: reply suggestion-received not-sent case-already-acknowledged \"why not add\"", Outcome, AcknowledgedBefore],
            Plans.LinesOf(Facts.Later(triage))
        );
    }

    [Fact]
    public void Somebody_who_leaves_quietly_hears_from_a_person() =>
        Assert.Equal(
            [
                "leaving-quietly: reply reach-out draft leaving-quietly \"looking elsewhere\"",
                "leaving-quietly: follow-up check-in scheduled playbook-schedule @11-23 09:00",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(LeavingQuietly))
        );

    [Fact]
    public void A_first_quiet_message_that_nothing_presses_is_an_ordinary_one() =>
        Assert.Equal([Acknowledged, .. Promise("general")], Plans.LinesOf(Facts.Opening(LeavingQuietly)));

    [Fact]
    public void A_first_quiet_message_that_tells_of_waiting_is_not() =>
        Assert.Equal(
            [
                "leaving-quietly: reply reach-out draft leaving-quietly \"looking elsewhere\"",
                "leaving-quietly: follow-up check-in scheduled playbook-schedule @11-23 09:00",
                Acknowledged,
                .. Promise("leaving-quietly"),
            ],
            Plans.LinesOf(Facts.Opening(LeavingQuietly with { Urgency = Triages.Sure(3, "for weeks") }))
        );

    [Theory]
    [InlineData(Intent.Question)]
    [InlineData(Intent.HowTo)]
    public void A_feature_nobody_knows_is_researched(Intent intent) =>
        Assert.Equal(
            [
                "unknown-feature: reply feature-research draft unknown-product-term \"Turbo Pulse\"",
                Acknowledged,
                .. Promise("unknown-feature"),
            ],
            Plans.LinesOf(Facts.Opening(Triages.Wanting(intent, "how"), "How do I switch off “Turbo Pulse”?"))
        );

    [Fact]
    public void A_feature_that_is_not_asked_about_is_not() =>
        Assert.Equal([Acknowledged, .. Promise("general")], Plans.LinesOf(Facts.Opening(Triages.Plain, "I switched off “Turbo Pulse”.")));

    [Fact]
    public void Words_that_a_complaint_quotes_are_no_feature_to_research() =>
        Assert.Equal(
            [Acknowledged, .. Promise("general")],
            Plans.LinesOf(
                Facts.Opening(
                    Triages.Wanting(Intent.Question, "when") with
                    {
                        Complaint = Triages.Sure(true, "for a week"),
                    },
                    "It has said “Handed over” for a week. When does it come?"
                )
            )
        );

    [Fact]
    public void Whether_a_request_can_be_met_is_for_an_agent_to_say() =>
        Assert.Equal(
            ["request-not-possible: reply request-declined not-sent agent-decides \"could you\"", Acknowledged, .. Promise("general")],
            Plans.LinesOf(Facts.Opening(Triages.Wanting(Intent.Request, "could you")))
        );

    [Fact]
    public void Praise_gets_a_persons_thanks_and_no_survey() =>
        Assert.Equal(
            [
                "praise: reply praise-thanks draft praises-us \"wonderful\"",
                "praise: reply survey not-sent no-survey-after-praise",
                Acknowledged,
                .. Promise("praise"),
            ],
            Plans.LinesOf(Facts.Opening(Triages.Wanting(Intent.Praise, "wonderful")))
        );

    [Fact]
    public void Who_wants_no_more_mail_is_flagged_and_told_so_once() =>
        Assert.Equal(
            ["unsubscribe: flag no-campaigns set wants-no-mail", "unsubscribe: reply unsubscribed send wants-no-mail \"stop writing\""],
            Plans.LinesOf(Facts.Opening(Triages.Wanting(Intent.Unsubscribe, "stop writing")))
        );

    private static MessageTriage Thanks => Triages.Wanting(Intent.ConfirmsSolved, "works again");

    private static MessageTriage StillBroken => Triages.Wanting(Intent.NotSolved, "still broken");

    private static MessageTriage Outage => Triages.Wanting(Intent.OutageReport, "cannot log in");

    private static MessageTriage LeavingQuietly => Triages.Plain with { Style = Triages.Sure(Style.Passive, "looking elsewhere") };

    private static string[] Promise(string scenario) =>
        [
            $"{scenario}: follow-up promise-reminder scheduled answer-promised @11-21 07:00",
            $"{scenario}: follow-up promise-escalation scheduled answer-promised @11-21 09:00",
        ];
}
