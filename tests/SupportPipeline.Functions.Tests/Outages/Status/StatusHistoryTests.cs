using SupportPipeline.Outages.Incidents;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

public sealed class StatusHistoryTests
{
    private const ComponentState Fine = ComponentState.Operational;
    private const ComponentState Slow = ComponentState.DegradedPerformance;
    private const ComponentState Half = ComponentState.PartialOutage;
    private const ComponentState Down = ComponentState.MajorOutage;
    private const ComponentState Worked = ComponentState.UnderMaintenance;

    [Fact]
    public void Ninety_days_end_today_and_a_component_without_changes_worked_on_all_of_them()
    {
        var history = StatusHistory.Of(SignIn(), [], At(20, 12));

        Assert.Equal(90, history.Days.Count);
        Assert.Equal((new DateOnly(2026, 8, 23), new DateOnly(2026, 11, 20)), (history.Days[0].Day, history.Days[^1].Day));
        Assert.All(history.Days, day => Assert.Equal(Fine, day.Worst));
        Assert.Equal(10_000, history.UptimeHundredths);
    }

    [Fact]
    public void Two_changes_on_one_day_show_the_worse_and_the_days_around_are_fine()
    {
        var incident = Broken(
            "Sign-in fails",
            Said(At(18, 9), IncidentState.Investigating, "a", Became("sign-in", Fine, Down)),
            Said(At(18, 11), IncidentState.Identified, "b", Became("sign-in", Down, Slow)),
            Said(At(18, 12), IncidentState.Resolved, "c", Became("sign-in", Slow, Fine))
        );

        var history = StatusHistory.Of(SignIn(), [incident], At(20, 0));

        Assert.Equal([Fine, Down, Fine, Fine], Last(history, 4));
        // Two hours of the 89 days until now; slow is not down.
        Assert.Equal(1 - (2.0 / (89 * 24)), history.Uptime, 9);
        Assert.Equal(9_990, history.UptimeHundredths);
    }

    [Fact]
    public void What_goes_on_lasts_from_the_day_it_began_until_today_even_when_it_was_declared_this_moment()
    {
        var incident = Broken("Sign-in fails", Said(At(18, 23, 59), IncidentState.Investigating, "a", Became("sign-in", Fine, Half)));
        var now = Broken("Payments fail", Said(At(20, 12), IncidentState.Investigating, "a", Became("payments", Fine, Down)));

        var signIn = StatusHistory.Of(SignIn(), [incident, now], At(20, 12));

        Assert.Equal([Fine, Half, Half, Half], Last(signIn, 4));
        Assert.Equal([Fine, Down], Last(StatusHistory.Of(Payments(), [incident, now], At(20, 12)), 2));
    }

    [Fact]
    public void Overlapping_incidents_say_together_how_it_worked()
    {
        var first = Broken(
            "Slow",
            Said(At(17, 10), IncidentState.Investigating, "a", Became("sign-in", Fine, Half)),
            Said(At(19, 10), IncidentState.Resolved, "b")
        );
        var second = Broken(
            "Down",
            Said(At(18, 10), IncidentState.Investigating, "a", Became("sign-in", Half, Down)),
            Said(At(19, 12), IncidentState.Resolved, "b", Became("sign-in", Down, Fine))
        );

        var history = StatusHistory.Of(SignIn(), [second, first], At(20, 0));

        Assert.Equal([Fine, Half, Down, Down, Fine], Last(history, 5));
        Assert.Equal(1 - (((24 * 0.5) + 26.0) / (89 * 24)), history.Uptime, 9);
    }

    [Fact]
    public void What_was_declared_late_began_with_its_incident()
    {
        var incident = Broken(
            "Found in the morning",
            Said(At(18, 8), IncidentState.Investigating, "a", Became("sign-in", Fine, Down)),
            Said(At(18, 9), IncidentState.Resolved, "b", Became("sign-in", Down, Fine))
        ) with
        {
            StartedAt = At(17, 22),
        };

        var history = StatusHistory.Of(SignIn(), [incident], At(20, 0));

        Assert.Equal([Fine, Down, Down, Fine, Fine], Last(history, 5));
        Assert.Equal(1 - (11.0 / (89 * 24)), history.Uptime, 9);
    }

    [Fact]
    public void Planned_work_is_less_bad_than_anything_that_broke_and_costs_no_uptime()
    {
        var planned = Planned(
            "New database",
            Said(At(18, 1), IncidentState.InProgress, "a", Became("sign-in", Fine, Worked)),
            Said(At(18, 3), IncidentState.Completed, "b", Became("sign-in", Worked, Slow)),
            Said(At(19, 3), IncidentState.Completed, "c", Became("sign-in", Slow, Fine))
        );

        var history = StatusHistory.Of(SignIn(), [planned], At(20, 0));

        Assert.Equal([Slow, Slow, Fine], Last(history, 3));
        Assert.Equal(10_000, history.UptimeHundredths);
    }

    [Fact]
    public void Before_a_component_was_on_the_page_nothing_is_known()
    {
        var component = SignIn() with { CreatedAt = At(19, 6) };
        var incident = Broken("Down", Said(At(19, 18), IncidentState.Investigating, "a", Became("sign-in", Fine, Down)));

        var history = StatusHistory.Of(component, [incident], At(20, 6));

        Assert.Equal([null, Down, Down], Last(history, 3));
        Assert.Equal(5_000, history.UptimeHundredths);
    }

    private static IEnumerable<ComponentState?> Last(ComponentHistory history, int days) =>
        history.Days.TakeLast(days).Select(day => day.Worst);
}
