using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

public sealed class CaseMoodTests
{
    private static readonly MessageTriage Question = Triages.Wanting(Intent.Question, "when") with { Urgency = Triages.Nothing(4) };

    public static TheoryData<string, int, string?> Circumstances { get; } =
        new()
        {
            { "first message", 4, null },
            { "second message", 4, null },
            { "third message", 3, "repeat-contact" },
            { "just under a day", 4, null },
            { "a day", 3, "long-wait" },
            { "third message after a day", 2, "repeat-contact; long-wait" },
            { "all of it", 2, "repeat-contact; long-wait; worsening-mood; many-readers" },
            { "third message that asks nothing", 4, null },
            { "many readers", 3, "many-readers" },
            { "few readers", 4, null },
            { "many readers of a friendly word", 4, null },
            { "words that say now", 1, null },
        };

    [Theory]
    [MemberData(nameof(Circumstances))]
    public void A_case_gets_more_urgent_by_waiting_repeated_contact_reach_and_a_worsening_mood(string what, int urgency, string? why)
    {
        var yesterday = Ids.Time.AddDays(-1);
        var later = Facts.Later(Question);
        var unhappy = Triages.Unhappy() with { Complaint = Triages.Nothing(false) };
        var facts = what switch
        {
            "second message" => later,
            "third message" => later with { Case = Facts.Acknowledged with { MessageCount = 2 } },
            "just under a day" => later with { Case = Facts.Acknowledged with { WaitingSince = yesterday.AddTicks(1) } },
            "a day" => later with { Case = Facts.Acknowledged with { WaitingSince = yesterday } },
            "third message after a day" => later with
            {
                Case = new() { MessageCount = 2, WaitingSince = yesterday },
            },
            "all of it" => Facts.Later(
                Triages.Unhappy(),
                new()
                {
                    MessageCount = 2,
                    WaitingSince = yesterday,
                    Moods = [0.5],
                }
            ) with
            {
                Reach = 10_000,
            },
            "third message that asks nothing" => Facts.Later(Triages.Plain, Facts.Acknowledged with { MessageCount = 2 }),
            "many readers" => Facts.Opening(unhappy) with { Reach = 10_000 },
            "few readers" => Facts.Opening(unhappy) with { Reach = 9_999 },
            "many readers of a friendly word" => Facts.Opening(Triages.Plain) with { Reach = 10_000 },
            "words that say now" => Facts.Later(Question with { Urgency = Triages.Sure(1, "now") }, new() { MessageCount = 2 }),
            _ => Facts.Opening(Question),
        };

        var plan = PlaybookRules.Decide(facts);

        Assert.Equal(urgency, plan.Urgency);
        var raised = plan.Steps.SingleOrDefault(step => step.What == "raise-urgency");
        Assert.Equal(why is null ? null : new(StepKind.Case, "raise-urgency", "done", "urgency-raised", plan.Scenario, null, why), raised);
    }

    [Fact]
    public void Urgency_never_falls_by_itself() =>
        Assert.Equal(2, PlaybookRules.Decide(Facts.Later(Question, Facts.Acknowledged with { Urgency = 2 })).Urgency);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void Still_broken_is_more_urgent_than_the_case_was(int before, int after) =>
        Assert.Equal(
            after,
            PlaybookRules
                .Decide(Facts.Later(Triages.Wanting(Intent.NotSolved, "still"), Facts.Acknowledged with { Urgency = before }))
                .Urgency
        );

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 2)]
    public void Automatic_mail_changes_no_urgency(bool opensCase, int urgency)
    {
        var facts = Facts.Opening(Triages.Unhappy() with { Urgency = Triages.Sure(1, "now") }) with
        {
            OpensCase = opensCase,
            Case = opensCase ? new() : Facts.Acknowledged with { Urgency = 2 },
            Automatic = new(Intake.AutomaticMailReason.All[0], "header", false, false),
        };

        Assert.Equal(urgency, PlaybookRules.Decide(facts).Urgency);
    }

    [Theory]
    [InlineData(new double[0], -1, SentimentTrend.Steady)]
    [InlineData(new[] { 0.0 }, 0.4, SentimentTrend.Improving)]
    [InlineData(new[] { 0.0 }, 0.39, SentimentTrend.Steady)]
    [InlineData(new[] { 0.0 }, -0.4, SentimentTrend.Worsening)]
    [InlineData(new[] { 0.0 }, -0.39, SentimentTrend.Steady)]
    [InlineData(new[] { -1.0, 1.0 }, -0.5, SentimentTrend.Worsening)]
    public void The_trend_compares_the_latest_message_with_the_mean_of_those_before(double[] before, double latest, SentimentTrend trend) =>
        Assert.Equal(trend, CaseMood.Trend(before, latest));

    [Fact]
    public void A_mood_that_gets_worse_is_shown_to_a_supervisor()
    {
        var worse = Facts.Later(Triages.Unhappy(), Facts.Acknowledged with { Moods = [0.5] });

        Assert.Contains("general: escalation supervisor told mood-worsening", Plans.LinesOf(worse));
        Assert.DoesNotContain(
            "general: escalation supervisor told mood-worsening",
            Plans.LinesOf(worse with { Case = Facts.Acknowledged with { Moods = [-0.7] } })
        );
    }
}
