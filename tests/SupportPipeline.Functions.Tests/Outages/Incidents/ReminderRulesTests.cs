using static SupportPipeline.Outages.Incidents.SampleIncidents;

namespace SupportPipeline.Outages.Incidents;

public sealed class ReminderRulesTests
{
    private static readonly IncidentsOptions Options = new();

    [Theory]
    [InlineData(20, 14.9, null)]
    [InlineData(20, 15, ReminderKind.UpdateNear)]
    [InlineData(120, 109.9, null)]
    [InlineData(120, 110, ReminderKind.UpdateNear)]
    [InlineData(120, 119.9, ReminderKind.UpdateNear)]
    [InlineData(120, 120, ReminderKind.UpdateMissed)]
    [InlineData(120, 600, ReminderKind.UpdateMissed)]
    public void A_promise_is_reminded_of_in_its_last_quarter_ten_minutes_before_at_most_and_when_it_has_passed(
        int promised,
        double passed,
        object? expected
    )
    {
        var its = Declared(Broken(("checkout", "major-outage")) with { NextUpdateBy = Promise(TimeSpan.FromMinutes(promised)) }).Incident;

        Assert.Equal((ReminderKind?)expected, Due(Situation([its]), TimeSpan.FromMinutes(passed)).SingleOrDefault()?.Kind);
    }

    [Fact]
    public void A_correction_neither_renews_the_promise_nor_its_reminder()
    {
        var its = Declared(Broken(("checkout", "major-outage")) with { NextUpdateBy = Promise(TimeSpan.FromMinutes(20)) });
        var corrected = After(
            IncidentRules.Correct(
                its,
                new() { Corrects = its.Incident.Updates[0].Id, Texts = Written("Not search.") },
                Act(at: Now.AddMinutes(16)),
                Situation([its.Incident]),
                Texts
            )
        ).Incident;

        Assert.Equal(Keys(Situation([its.Incident]), 17), Keys(Situation([corrected]), 17));
    }

    [Fact]
    public void A_new_promise_is_another_reminder_and_none_is_due_without_one()
    {
        var its = Declared(Broken(("checkout", "major-outage")) with { NextUpdateBy = Promise(TimeSpan.FromMinutes(20)) });
        var again = its.Then(Says(null) with { NextUpdateBy = Promise(TimeSpan.FromMinutes(60)) }, at: Now.AddMinutes(20));

        Assert.NotEqual(Keys(Situation([its.Incident]), 59), Keys(Situation([again.Incident]), 59));
        Assert.Empty(Due(Situation([its.Then(Says(null)).Incident]), TimeSpan.FromHours(9)));
    }

    [Theory]
    [InlineData(2.9, null)]
    [InlineData(3, "3")]
    [InlineData(5.9, "3")]
    [InlineData(6, "6")]
    [InlineData(12, "12")]
    [InlineData(24, "24")]
    [InlineData(100, "24")]
    public void A_component_that_was_left_is_reminded_of_after_3_6_12_and_24_hours(double hours, string? expected)
    {
        var components = Situation(null, ("search", ComponentState.DegradedPerformance))
            .Components.Select(one => one with { OwnSince = Now })
            .ToList();

        var due = Due(new(components, []), TimeSpan.FromHours(hours)).SingleOrDefault();

        Assert.Equal(expected, due?.Key.Split('|')[^1]);
        Assert.Equal(expected is null ? null : "search", due?.SubjectId);
    }

    [Fact]
    public void A_component_of_an_open_incident_is_not_left()
    {
        var its = Declared(Broken(("search", "major-outage")) with { NextUpdateBy = NoPromise }).Incident;

        Assert.Empty(Due(Situation([its], ("search", ComponentState.MajorOutage)), TimeSpan.FromHours(30)));
    }

    [Fact]
    public void Planned_work_is_reminded_of_three_hours_before_and_when_nobody_begins_or_ends_it()
    {
        var byHand = Declared(Planned(isAutomatic: false));
        var begun = byHand.Then(Says("in-progress"), at: Now.AddHours(5)).Incident;
        var byItself = Declared(Planned()).Incident;
        var soonAlready = Declared(Planned() with { ScheduledFor = Now.AddHours(2) }).Incident;

        Assert.Empty(Due(Situation([byHand.Incident]), TimeSpan.FromHours(1.9)));
        Assert.Equal(ReminderKind.MaintenanceSoon, Due(Situation([byHand.Incident]), TimeSpan.FromHours(2)).Single().Kind);
        Assert.Equal(ReminderKind.MaintenanceLate, Due(Situation([byHand.Incident]), TimeSpan.FromHours(5)).Single().Kind);
        Assert.Empty(Due(Situation([begun]), TimeSpan.FromHours(6)));
        Assert.Equal(ReminderKind.MaintenanceLate, Due(Situation([begun]), TimeSpan.FromHours(7)).Single().Kind);
        Assert.Empty(Due(Situation([byItself]), TimeSpan.FromHours(5)));
        Assert.Empty(Due(Situation([soonAlready]), TimeSpan.FromHours(1)));
    }

    private static IReadOnlyList<Reminder> Due(IncidentSituation situation, TimeSpan after) =>
        ReminderRules.Due(situation, Now + after, Options);

    private static IEnumerable<string> Keys(IncidentSituation situation, int minutes) =>
        Due(situation, TimeSpan.FromMinutes(minutes)).Select(reminder => reminder.Key);
}
