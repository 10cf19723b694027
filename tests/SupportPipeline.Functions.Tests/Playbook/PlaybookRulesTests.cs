using System.Globalization;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

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
}
