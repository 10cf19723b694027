using System.Globalization;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>What holds for every message; the scenarios have tests of their own.</summary>
public sealed class PlaybookRulesTests
{
    private static readonly AutomaticMailFinding Robot = new(AutomaticMailReason.All[0], "Precedence: bulk", false, false);

    public static TheoryData<string, string, string, string?> Acknowledgements { get; } =
        new()
        {
            { "ordinary", "send", "first-message", null },
            { "robot", "not-sent", AutomaticMailReason.All[0], "Precedence: bulk" },
            { "robot without sender", "not-sent", AutomaticMailReason.All[0], "Precedence: bulk" },
            { "no sender", "not-sent", "sender-unknown", null },
            { "later message", "not-sent", "case-already-acknowledged", null },
            { "switched off", "not-sent", "automatic-replies-off", null },
            { "cap reached", "not-sent", "case-cap-reached", null },
            { "one below the cap", "send", "first-message", null },
            { "template off", "not-sent", "template-off", null },
            { "template as a draft", "draft", "first-message", null },
        };

    [Theory]
    [MemberData(nameof(Acknowledgements))]
    public void A_message_is_acknowledged_or_the_plan_says_why_not(string situation, string result, string reason, string? evidence)
    {
        var ordinary = Facts.Opening(Triages.Plain);
        var facts = situation switch
        {
            "robot" => ordinary with { Automatic = Robot },
            "robot without sender" => ordinary with { Automatic = Robot, Sender = null },
            "no sender" => ordinary with { Sender = null },
            "later message" => ordinary with { OpensCase = false },
            "switched off" => ordinary with { AutomaticEnabled = false },
            "cap reached" => ordinary with
            {
                CaseCap = 5,
                Case = new() { AutomaticReplies = 5 },
            },
            "one below the cap" => ordinary with
            {
                CaseCap = 5,
                Case = new() { AutomaticReplies = 4 },
            },
            "template off" => ordinary with { Organisation = Organisations.Saying(("acknowledgement", Automation.Off)) },
            "template as a draft" => ordinary with { Organisation = Organisations.Saying(("acknowledgement", Automation.Draft)) },
            _ => ordinary,
        };

        var plan = PlaybookRules.Decide(facts);

        Assert.Equal(
            new(StepKind.Reply, "acknowledgement", result, reason, Scenario.General, null, evidence),
            Assert.Single(plan.Steps, step => step.Kind == StepKind.Reply)
        );
        Assert.Equal(Scenario.General, plan.Scenario);
    }

    [Theory]
    [InlineData(0, "2026-11-21T09:00:00Z")]
    [InlineData(1, "2026-11-21T10:00:00Z")]
    [InlineData(TimeSpan.TicksPerHour - 1, "2026-11-21T10:00:00Z")]
    public void Promises_full_hours(long ticks, string answerBy)
    {
        var facts = Facts.Opening(Triages.Plain) with { ReceivedAt = Ids.Time.AddTicks(ticks) };

        Assert.Equal(DateTimeOffset.Parse(answerBy, CultureInfo.InvariantCulture), PlaybookRules.Decide(facts).AnswerBy);
    }

    [Fact]
    public void A_robots_mail_is_noted_and_nothing_else_however_it_reads()
    {
        var facts = Facts.Opening(Triages.Unhappy(0.9) with { Threat = Triages.Sure(Threat.Legal, "lawyer") });

        Assert.Equal(
            [$"general: reply acknowledgement not-sent {AutomaticMailReason.All[0]} \"Precedence: bulk\""],
            Plans.LinesOf(facts with { Automatic = Robot })
        );
    }

    [Fact]
    public void One_answer_per_message_the_first_rule_that_answers_wins()
    {
        var triage = Triages.Unhappy(0.9) with
        {
            Threat = Triages.Sure(Threat.Legal, "lawyer"),
            Conduct = Triages.Sure(Conduct.Abusive, "idiots"),
            Intent = Triages.Sure(Intent.Cancel, "cancel"),
            Style = Triages.Sure(Style.Constructive, "why not"),
        };

        var plan = PlaybookRules.Decide(Facts.Opening(triage));

        Assert.Equal(Scenario.Threat, plan.Scenario);
        Assert.Equal(
            [
                ("holding-note", "send", "legal-threat"),
                ("boundary", "not-sent", "answered-already"),
                ("very-angry", "not-sent", "answered-already"),
                ("cancellation-received", "not-sent", "answered-already"),
                ("suggestion-received", "not-sent", "answered-already"),
            ],
            plan.Steps.Where(step => step.Kind == StepKind.Reply).Select(step => (step.What, step.Result, step.Reason))
        );
    }

    [Fact]
    public void The_rules_are_asked_in_the_order_of_the_playbook()
    {
        var everything = Facts.Later(
            Triages.Unhappy(0.9) with
            {
                Threat = Triages.Sure(Threat.Physical, "burn"),
                Conduct = Triages.Sure(Conduct.Abusive, "idiots"),
                Intent = Triages.Sure(Intent.NotSolved, "still"),
                Style = Triages.Sure(Style.Passive, "leaving"),
            }
        ) with
        {
            Mark = AgentMark.NotKnownYet,
            Incident = new("inc-7", "Sign-in", "A server is down.", Ids.Time.AddHours(2)),
        };

        Assert.Equal(
            [
                Scenario.NotKnownYet,
                Scenario.Threat,
                Scenario.Abusive,
                Scenario.StillBroken,
                Scenario.Outage,
                Scenario.VeryAngry,
                Scenario.LeavingQuietly,
                Scenario.General,
            ],
            PlaybookRules.Decide(everything).Steps.Select(step => step.Scenario).Distinct()
        );
        Assert.Equal(Scenario.NotKnownYet, PlaybookRules.Decide(everything).Scenario);
    }

    [Theory]
    [InlineData("sentiment")]
    [InlineData("intent")]
    [InlineData("topic")]
    [InlineData("style")]
    [InlineData("conduct")]
    [InlineData("threat")]
    [InlineData("complaint")]
    public void What_triage_is_not_sure_of_an_agent_looks_at(string dimension)
    {
        var plain = Triages.Plain;
        var triage = dimension switch
        {
            "sentiment" => plain with { Sentiment = Triages.Unsure(Sentiment.Negative), Intensity = 1 },
            "intent" => plain with { Intent = Triages.Unsure(Intent.Cancel) },
            "topic" => plain with { Topic = Triages.Unsure(Topic.Billing) },
            "style" => plain with { Style = Triages.Unsure(Style.Constructive) },
            "conduct" => plain with { Conduct = Triages.Unsure(Conduct.Abusive) },
            "threat" => plain with { Threat = Triages.Unsure(Threat.Physical) },
            _ => plain with { Complaint = Triages.Unsure(true) },
        };

        Assert.Equal(
            [
                "general: reply acknowledgement send first-message",
                "general: follow-up promise-reminder scheduled answer-promised @11-21 07:00",
                "general: follow-up promise-escalation scheduled answer-promised @11-21 09:00",
                $"general: escalation agent told triage-unsure \"{dimension}\"",
            ],
            Plans.LinesOf(Facts.Opening(triage))
        );
    }

    [Theory]
    [InlineData("acknowledgement", Automation.Draft)]
    [InlineData("acknowledgement", Automation.Off)]
    public void What_is_not_sent_promises_nothing(string template, Automation automation) =>
        Assert.DoesNotContain(
            PlaybookRules.Decide(Facts.Opening(Triages.Plain) with { Organisation = Organisations.Saying((template, automation)) }).Steps,
            step => step.Kind == StepKind.FollowUp
        );

    [Theory]
    [InlineData(1, "09:45")]
    [InlineData(8, "15:00")]
    [InlineData(9, "16:00")]
    [InlineData(24, "07:00")]
    public void The_agent_is_reminded_a_quarter_of_the_time_before_and_no_more_than_two_hours(int hours, string reminded)
    {
        var organisation = new Organisation(
            Organisations.File with
            {
                ServiceGoals = new Dictionary<string, GoalEntry>(StringComparer.Ordinal)
                {
                    ["4"] = new() { AnswerWithin = TimeSpan.FromHours(hours) },
                },
            }
        );
        var plan = PlaybookRules.Decide(Facts.Opening(Triages.Plain) with { Organisation = organisation });
        var reminder = Assert.Single(plan.Steps, step => step.What == "promise-reminder");

        Assert.Equal(reminded, reminder.At!.Value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(Topic.Billing, "money")]
    [InlineData(Topic.Delivery, "support")]
    public void The_team_of_the_topic_looks_after_the_case_and_the_first_one_after_the_rest(Topic topic, string team)
    {
        Assert.Equal(team, PlaybookRules.Decide(Facts.Opening(Triages.Plain with { Topic = Triages.Nothing(topic) })).Team);
        Assert.Equal("support", PlaybookRules.Decide(Facts.Opening(Triages.Plain with { Topic = Triages.Unsure(topic) })).Team);
    }

    [Fact]
    public void Every_reason_is_in_the_closed_list()
    {
        var intents = Enum.GetValues<Intent>().Select(intent => Triages.Wanting(intent, "x"));
        var styles = Enum.GetValues<Style>().Select(style => Triages.Unhappy(0.9) with { Style = Triages.Sure(style, "x") });
        var threats = Enum.GetValues<Threat>().Select(threat => Triages.Plain with { Threat = Triages.Sure(threat, "x") });
        var facts = intents.Concat(styles).Concat(threats).SelectMany(triage => new[] { Facts.Opening(triage), Facts.Later(triage) });

        Assert.All(facts.SelectMany(one => PlaybookRules.Decide(one).Steps), step => Assert.Contains(step.Reason, ReasonCode.All));
    }
}
