using SupportPipeline.Testing;
using static SupportPipeline.Outages.Incidents.SampleIncidents;

namespace SupportPipeline.Outages.Incidents;

public sealed class ComponentStatesTests
{
    private static readonly ComponentState[] MildestFirst =
    [
        ComponentState.Operational,
        ComponentState.UnderMaintenance,
        ComponentState.DegradedPerformance,
        ComponentState.PartialOutage,
        ComponentState.MajorOutage,
    ];

    [Fact]
    public void Planned_work_is_less_bad_than_anything_that_broke()
    {
        for (var mild = 0; mild < MildestFirst.Length; mild++)
        {
            for (var bad = mild; bad < MildestFirst.Length; bad++)
            {
                Assert.Equal(MildestFirst[bad], ComponentStates.Worse(MildestFirst[mild], MildestFirst[bad]));
                Assert.Equal(MildestFirst[bad], ComponentStates.Worse(MildestFirst[bad], MildestFirst[mild]));
            }
        }
    }

    [Fact]
    public void What_was_set_by_hand_counts_only_while_no_open_incident_speaks()
    {
        var open = Declared(Broken(("search", "operational"))).Incident;
        var planned = Declared(Planned()).Incident;

        Assert.Equal(ComponentState.Operational, ComponentStates.Of("search", ComponentState.MajorOutage, [open, planned]));
        Assert.Equal(ComponentState.MajorOutage, ComponentStates.Of("search", ComponentState.MajorOutage, [planned]));
    }

    [Fact]
    public void A_component_changed_when_an_entry_last_changed_it()
    {
        var its = Declared(Broken(("search", "major-outage"))).Then(Says("identified"), at: Now.AddMinutes(5)).Incident;

        var seen = ComponentStates.Seen(Situation([its]));

        Assert.Equal(["checkout", "sign-in", "search"], seen.Select(one => one.Id));
        Assert.Equal(Now, seen.Single(one => one.Id == "search").UpdatedAt);
        Assert.Equal(Now.AddDays(-100), seen.Single(one => one.Id == "checkout").UpdatedAt);
    }

    [Fact]
    public void A_place_in_the_history_says_when_and_which()
    {
        var id = Ids.Next(Now).Value;
        var place = IncidentPlace.Of(id, Now);

        Assert.Equal(("202611", id, Now), (place.Month, place.IncidentId, place.StartedAt));
        Assert.Equal(place, IncidentPlace.Parse(place.Cursor));
        Assert.Null(IncidentPlace.Parse("x"));
        Assert.Null(IncidentPlace.Parse(place.Cursor.Replace('.', '|')));
        Assert.True(string.CompareOrdinal(IncidentPlace.Of(id, Now.AddTicks(1)).RowKey, place.RowKey) < 0);
    }
}
