using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.FollowUps.Greetings;

public sealed class GreetingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly GreetingFacts Mia = new()
    {
        CustomerId = "c1",
        Address = Emails.Address("mia@example.org"),
        HasConsent = true,
        Birthday = new DateOnly(1990, 11, 20),
        CustomerSince = new DateOnly(2026, 2, 1),
        TimeZone = "Asia/Shanghai",
    };

    [Fact]
    public void A_greeting_comes_at_ten_in_the_morning_where_the_customer_lives() =>
        Assert.Equal(new(2027, 11, 20, 2, 0, 0, TimeSpan.Zero), At(FollowUpKind.BirthdayGreeting, Mia));

    [Fact]
    public void The_day_somebody_became_a_customer_is_greeted_a_year_later_for_the_first_time() =>
        Assert.Equal(new(2027, 2, 1, 2, 0, 0, TimeSpan.Zero), At(FollowUpKind.AnniversaryGreeting, Mia));

    [Fact]
    public void The_29th_of_February_is_the_28th_in_other_years() =>
        Assert.Equal(
            new(2027, 2, 28, 2, 0, 0, TimeSpan.Zero),
            At(FollowUpKind.BirthdayGreeting, Mia with { Birthday = new DateOnly(1992, 2, 29) })
        );

    [Fact]
    public void Quiet_hours_are_waited_for_and_a_day_that_is_quiet_until_the_evening_has_no_greeting()
    {
        var late = Mia with { QuietFrom = new(22, 0), QuietUntil = new(11, 30) };
        var allDay = Mia with { QuietFrom = new(8, 0), QuietUntil = new(20, 0) };

        Assert.Equal(new(2027, 11, 20, 3, 30, 0, TimeSpan.Zero), At(FollowUpKind.BirthdayGreeting, late));
        Assert.Null(At(FollowUpKind.BirthdayGreeting, allDay));
    }

    [Fact]
    public void Without_consent_or_date_nothing_is_scheduled()
    {
        Assert.Null(At(FollowUpKind.BirthdayGreeting, Mia with { HasConsent = false }));
        Assert.Null(At(FollowUpKind.BirthdayGreeting, Mia with { Birthday = null }));
    }

    [Fact]
    public void Every_reason_against_a_greeting_is_named()
    {
        Assert.Null(Refuse(Mia, new(), false));
        Assert.Equal("no-consent", Refuse(Mia, new(), true));
        Assert.Equal("no-consent", Refuse(Mia with { HasConsent = false }, new(), false));
        Assert.Equal("greeting-day-passed", Refuse(Mia with { Birthday = new DateOnly(1990, 11, 19) }, new(), false));
        Assert.Equal("customer-abusive", Refuse(Mia, new() { IsAbusive = true }, false));
        Assert.Equal("other-case-open", Refuse(Mia, new() { OpenCases = ["x"] }, false));
    }

    private static DateTimeOffset? At(FollowUpKind kind, GreetingFacts facts) => GreetingRules.Next(kind, facts, TimeZoneInfo.Utc, Now)?.At;

    private static string? Refuse(GreetingFacts facts, CustomerStanding standing, bool hasUnsubscribed) =>
        GreetingRules.Refuse(FollowUpKind.BirthdayGreeting, facts, standing, hasUnsubscribed, TimeZoneInfo.Utc, Now);
}
