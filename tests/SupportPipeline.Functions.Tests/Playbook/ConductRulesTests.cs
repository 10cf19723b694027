using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

public sealed class ConductRulesTests
{
    private const string NoAcknowledgement = "general: reply acknowledgement not-sent no-further-automatic-mail";
    private const string AcknowledgedBefore = "general: reply acknowledgement not-sent case-already-acknowledged";

    private static readonly string[] Promise =
    [
        "very-angry: follow-up promise-reminder scheduled answer-promised @11-21 07:00",
        "very-angry: follow-up promise-escalation scheduled answer-promised @11-21 09:00",
    ];

    [Theory]
    [InlineData(Threat.Legal, "legal", "legal-threat")]
    [InlineData(Threat.Physical, "security", "physical-threat")]
    public void A_threat_is_told_to_the_right_people_and_gets_one_neutral_note(Threat threat, string to, string reason) =>
        Assert.Equal(
            [
                $"threat: escalation {to} told {reason} \"you will see\"",
                $"threat: escalation supervisor told {reason}",
                $"threat: case preserve-evidence done {reason} \"you will see\"",
                $"threat: reply holding-note send {reason} \"you will see\"",
            ],
            Plans.LinesOf(Facts.Opening(Threatening(threat)))
        );

    [Fact]
    public void Somebody_who_may_harm_themselves_is_answered_by_a_person_with_the_helpline_at_hand() =>
        Assert.Equal(
            [
                "threat: escalation duty-manager told self-harm-risk \"you will see\"",
                "threat: escalation supervisor told self-harm-risk",
                "threat: case preserve-evidence done self-harm-risk \"you will see\"",
                "threat: reply holding-note-care draft self-harm-risk \"you will see\"",
                NoAcknowledgement,
            ],
            Plans.LinesOf(Facts.Opening(Threatening(Threat.SelfHarm)))
        );

    [Fact]
    public void The_neutral_note_is_sent_once_in_a_case() =>
        Assert.Equal(
            [
                "threat: escalation legal told legal-threat \"you will see\"",
                "threat: escalation supervisor told legal-threat",
                "threat: case preserve-evidence done legal-threat \"you will see\"",
                "threat: reply holding-note not-sent no-further-automatic-mail",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(Threatening(Threat.Legal), Facts.Acknowledged with { HasHoldingNote = true }))
        );

    [Theory]
    [InlineData(Automation.Send, "answered-already")]
    [InlineData(Automation.Draft, "no-further-automatic-mail")]
    [InlineData(Automation.Off, "no-further-automatic-mail")]
    public void After_a_threat_nothing_else_goes_out_even_when_the_note_does_not(Automation note, string reason)
    {
        var facts = Facts.Opening(Threatening(Threat.Physical) with { Intent = Triages.Sure(Intent.Cancel, "cancel") });

        var lines = Plans.LinesOf(facts with { Organisation = Organisations.Saying(("holding-note", note)) });

        Assert.Contains($"cancellation: reply cancellation-received not-sent {reason} \"cancel\"", lines);
        Assert.Equal(note == Automation.Send ? 1 : 0, lines.Count(line => line.Contains(" send ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_threat_that_is_not_sure_is_looked_at_by_a_person_and_sets_nothing_off() =>
        Assert.Equal(
            [
                "general: reply acknowledgement send first-message",
                "general: follow-up promise-reminder scheduled answer-promised @11-21 07:00",
                "general: follow-up promise-escalation scheduled answer-promised @11-21 09:00",
                "general: escalation agent told triage-unsure \"threat\"",
            ],
            Plans.LinesOf(Facts.Opening(Triages.Plain with { Threat = Triages.Unsure(Threat.Legal) }))
        );

    [Fact]
    public void An_insult_is_answered_with_one_firm_request_and_flags_the_customer() =>
        Assert.Equal(
            [
                "abusive: flag abusive set abusive-conduct @12-20 09:00",
                "abusive: follow-up flag-expiry scheduled playbook-schedule @12-20 09:00",
                "abusive: escalation supervisor told abusive-conduct \"idiots\"",
                "abusive: reply boundary send abusive-conduct \"idiots\"",
            ],
            Plans.LinesOf(Facts.Opening(Insulting))
        );

    [Fact]
    public void The_second_insult_makes_a_person_end_the_contact() =>
        Assert.Equal(
            [
                "abusive: flag abusive set abusive-conduct @12-20 09:00",
                "abusive: follow-up flag-expiry scheduled playbook-schedule @12-20 09:00",
                "abusive: escalation supervisor told abusive-again \"idiots\"",
                "abusive: reply contact-ended draft abusive-again \"idiots\"",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(Insulting, Facts.Acknowledged with { AbuseWarnings = 1 }))
        );

    [Fact]
    public void The_flag_stays_as_long_as_the_organisation_says()
    {
        var organisation = new Organisation(Organisations.File with { AbusiveFlagDays = 3 });

        Assert.Contains(
            "abusive: flag abusive set abusive-conduct @11-23 09:00",
            Plans.LinesOf(Facts.Opening(Insulting) with { Organisation = organisation })
        );
    }

    [Fact]
    public void Bad_language_at_nobody_is_no_insult() =>
        Assert.DoesNotContain(
            Plans.LinesOf(Facts.Opening(Triages.Plain with { Conduct = Triages.Sure(Conduct.Vulgar, "damn") })),
            line => line.StartsWith("abusive", StringComparison.Ordinal)
        );

    [Fact]
    public void A_very_angry_customer_is_soothed_first_and_a_supervisor_sees_it() =>
        Assert.Equal(
            [
                "very-angry: escalation supervisor told supervisor-looks \"useless\"",
                "very-angry: reply very-angry send very-angry \"useless\"",
                .. Promise,
            ],
            Plans.LinesOf(Facts.Opening(Triages.Unhappy(intensity: 0.68)))
        );

    [Fact]
    public void Of_an_angry_threat_a_supervisor_hears_once() =>
        Assert.Single(
            Plans.LinesOf(Facts.Opening(Triages.Unhappy(intensity: 0.9) with { Threat = Triages.Sure(Threat.Legal, "you will see") })),
            line => line.Contains("escalation supervisor", StringComparison.Ordinal)
        );

    [Fact]
    public void To_somebody_still_angry_a_person_writes_the_second_answer() =>
        Assert.Equal(
            [
                "very-angry: escalation supervisor told supervisor-looks \"useless\"",
                "very-angry: reply very-angry not-sent person-sends",
                AcknowledgedBefore,
            ],
            Plans.LinesOf(Facts.Later(Triages.Unhappy(intensity: 0.9), Facts.Acknowledged with { Moods = [-0.7] }))
        );

    [Theory]
    [InlineData(0.68, Style.None, true)]
    [InlineData(0.67, Style.None, false)]
    [InlineData(0.1, Style.Aggressive, true)]
    [InlineData(0.1, Style.Expressive, false)]
    public void Anger_is_strong_criticism_or_an_aggressive_style(double intensity, Style style, bool isAngry)
    {
        var plan = PlaybookRules.Decide(Facts.Opening(Triages.Unhappy(intensity) with { Style = Triages.Nothing(style) }));

        Assert.Equal(isAngry ? Scenario.VeryAngry : Scenario.General, plan.Scenario);
    }

    [Fact]
    public void After_anger_no_content_is_sent_by_machine() =>
        Assert.Contains(
            "refund: reply refund-received not-sent answered-already \"refund\"",
            Plans.LinesOf(Facts.Opening(Triages.Unhappy(0.9) with { Intent = Triages.Sure(Intent.Refund, "refund") }))
        );

    private static MessageTriage Insulting => Triages.Plain with { Conduct = Triages.Sure(Conduct.Abusive, "idiots") };

    private static MessageTriage Threatening(Threat threat) => Triages.Plain with { Threat = Triages.Sure(threat, "you will see") };
}
