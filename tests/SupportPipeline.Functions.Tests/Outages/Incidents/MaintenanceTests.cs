using static SupportPipeline.Outages.Incidents.SampleIncidents;

namespace SupportPipeline.Outages.Incidents;

public sealed class MaintenanceTests
{
    [Fact]
    public void Planned_work_touches_nothing_until_it_begins()
    {
        var its = Declared(Planned()).Incident;

        Assert.Equal(
            (IncidentState.Scheduled, IncidentImpact.Maintenance, Now.AddHours(5), true),
            (its.State, its.Impact, its.StartedAt, its.IsOpen)
        );
        Assert.Equal(ComponentState.Operational, its.Components["search"]);
        Assert.Empty(its.Updates[0].Changes);
        Assert.Equal(ComponentState.Operational, ComponentStates.Seen(Situation([its])).Single(one => one.Id == "search").State);
    }

    [Fact]
    public void It_begins_and_ends_by_itself_each_with_its_own_word_on_telling_customers()
    {
        var its = Declared(Planned() with { NotifiesAtStart = false });

        Assert.Null(MaintenanceMoves.Due(its.Incident, Now.AddHours(5).AddTicks(-1)));
        var begun = Moved(its, Now.AddHours(5));
        var over = Moved(begun, Now.AddHours(7));

        Assert.Equal(
            [(IncidentState.InProgress, false, "automatic"), (IncidentState.Completed, true, "automatic")],
            over.Incident.Updates.Skip(1).Select(update => (update.State, update.Notifies, update.By))
        );
        Assert.Equal(
            [new ComponentChange("search", ComponentState.Operational, ComponentState.UnderMaintenance)],
            over.Incident.Updates[1].Changes
        );
        Assert.Equal(
            [new ComponentChange("search", ComponentState.UnderMaintenance, ComponentState.Operational)],
            over.Incident.Updates[2].Changes
        );
        Assert.Equal((Now.AddHours(5), Now.AddHours(7)), (over.Incident.StartedAt, over.Incident.ResolvedAt));
        Assert.All(over.Incident.Updates, update => Assert.Equal(4, update.Texts.Count));
        Assert.Null(MaintenanceMoves.Due(over.Incident, Now.AddDays(1)));
    }

    [Fact]
    public void It_waits_for_people_when_it_is_not_automatic_and_once_they_check_it()
    {
        var byHand = Declared(Planned(isAutomatic: false));
        var begun = byHand.Then(Says("in-progress"), at: Now.AddHours(6));
        var checking = Moved(Declared(Planned()), Now.AddHours(5)).Then(Says("verifying"), at: Now.AddHours(6));

        Assert.Null(MaintenanceMoves.Due(byHand.Incident, Now.AddHours(9)));
        Assert.Null(MaintenanceMoves.Due(checking.Incident, Now.AddHours(9)));
        Assert.Equal((Now.AddHours(6), ComponentState.UnderMaintenance), (begun.Incident.StartedAt, begun.Incident.Components["search"]));
    }

    [Fact]
    public void Its_date_can_be_moved_until_it_begins_and_its_end_until_it_is_over()
    {
        var its = Declared(Planned());
        var moved = its.Then(
            new()
            {
                Template = "rescheduled",
                ScheduledFor = Now.AddHours(10),
                ScheduledUntil = Now.AddHours(11),
            }
        );
        var begun = Moved(moved, Now.AddHours(10));
        var longer = begun.Then(Says(null) with { ScheduledUntil = Now.AddHours(13) }, at: Now.AddHours(10));

        Assert.Equal((Now.AddHours(10), Now.AddHours(10)), (moved.Incident.ScheduledFor, moved.Incident.StartedAt));
        Assert.Contains("19:30 on Friday 20 November (UTC)", moved.Incident.Updates[^1].Texts["en"], StringComparison.Ordinal);
        Assert.Null(MaintenanceMoves.Due(longer.Incident, Now.AddHours(12)));
        Assert.Equal((409, "maintenance-begun"), Refused(begun, Says(null) with { ScheduledFor = Now.AddHours(12) }));
        Assert.Equal((400, "schedule-invalid"), Refused(its, Says(null) with { ScheduledFor = Now.AddHours(8) }));
        Assert.Equal((409, "maintenance-over"), Refused(begun, Says("completed") with { ScheduledUntil = Now.AddHours(13) }));
    }

    [Fact]
    public void It_can_be_called_off_until_it_begins()
    {
        var its = Declared(Planned());
        var off = its.Then(new() { Cancel = true, Template = "cancelled" }, at: Now.AddHours(1)).Incident;

        Assert.Equal(
            (IncidentState.Completed, Now.AddHours(1), Now.AddHours(1), false),
            (off.State, off.CancelledAt, off.StartedAt, off.IsOpen)
        );
        Assert.Empty(off.Updates[^1].Changes);
        Assert.Equal((409, "cancel-refused"), Refused(Moved(its, Now.AddHours(5)), new() { Cancel = true, Template = "cancelled" }));
        Assert.Equal((409, "transition-refused"), Refused(its, Says("completed")));
    }

    [Fact]
    public void It_names_components_and_times()
    {
        Assert.Equal((400, "components-missing"), Refused(Planned() with { Components = null }));
        Assert.Equal((400, "schedule-missing"), Refused(Planned() with { ScheduledUntil = null }));
        Assert.Equal((400, "schedule-invalid"), Refused(Planned() with { ScheduledFor = Now.AddMinutes(-1) }));
        Assert.Equal((400, "schedule-invalid"), Refused(Planned() with { ScheduledUntil = Now.AddHours(4) }));
        Assert.Equal((400, "state-invalid"), Refused(Planned() with { State = "in-progress", Template = null }));
        Assert.Equal((400, "template-mismatch"), Refused(Planned() with { State = "in-progress" }));
    }

    private static StoredIncident Moved(StoredIncident its, DateTimeOffset at) =>
        After(MaintenanceMoves.Decide(its, at, Situation([its.Incident]), Texts));

    private static (int Status, string Reason) Refused(StoredIncident its, IncidentUpdateRequest asked) =>
        Refusal(IncidentRules.Update(its, asked, Act(), Situation([its.Incident]), Texts));

    private static (int Status, string Reason) Refused(IncidentRequest asked) =>
        Refusal(IncidentRules.Create("01m82c1jbfxnqnzxmrt1btfjxt", asked, Act(), Situation(), Texts));
}
