using SupportPipeline.LocalHost.Storm;

namespace SupportPipeline.LocalHost.Tests.Storm;

/// <summary>What a seed plans.</summary>
public sealed class StormPlanTests
{
    private static readonly DateTimeOffset s_at = new(2026, 7, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_plans_the_same_mails_in_the_same_order()
    {
        var plan = StormMails.Plan(500, 7, s_at);

        Assert.Equal(500, plan.Count);
        Assert.Equal(plan.Select(mail => mail.MessageId), StormMails.Plan(500, 7, s_at).Select(mail => mail.MessageId));
        Assert.NotEqual(plan.Select(mail => mail.MessageId), StormMails.Plan(500, 8, s_at).Select(mail => mail.MessageId));
    }

    [Fact]
    public void Mails_come_twice_to_two_addresses_and_answers_before_what_they_answer()
    {
        var plan = StormMails.Plan(1_000, 1, s_at);
        var places = plan.Select((mail, place) => (mail.MessageId, place)).ToLookup(mail => mail.MessageId, mail => mail.place);
        var answers = plan.Where(mail => mail.Header("In-Reply-To") is not null).ToList();

        Assert.Contains(plan.GroupBy(mail => mail.MessageId), copies => copies.Count() == 2);
        Assert.Contains(plan, mail => mail.EnvelopeTo[0] == "sales@desk.example");
        Assert.Contains(plan, mail => mail.Header("Auto-Submitted") is not null);
        Assert.Contains(answers, answer => places[answer.MessageId].First() < places[answer.Header("In-Reply-To")!.Raw].Min());
        Assert.Contains(answers, answer => places[answer.MessageId].First() > places[answer.Header("In-Reply-To")!.Raw].Max());
    }

    [Fact]
    public void Strikes_are_spread_over_the_storm_and_as_many_as_asked_for()
    {
        var options = new StormOptions { DataDirectory = "" };
        var strikes = PlannedStrike.All(options);

        Assert.Equal(strikes, PlannedStrike.All(options));
        Assert.Equal(20, strikes.Count(planned => planned.Strike is Strike.Kill));
        Assert.Equal(3, strikes.Count(planned => planned.Strike is Strike.StopStorage));
        Assert.Equal(5, strikes.Count(planned => planned.Strike is Strike.JumpClock));
        Assert.Equal(strikes.OrderBy(planned => planned.Accepted), strikes);
        Assert.All(strikes, planned => Assert.InRange(planned.Accepted, 100, 4_900));
    }
}
