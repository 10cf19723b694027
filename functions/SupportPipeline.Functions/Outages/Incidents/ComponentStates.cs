namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// How components work. It is computed and not kept: the worst of what the open incidents say, and what was left behind or set by hand when none touches
/// the component. So there is nothing that a crash between two tables' rows could leave wrong. Pure.
/// </summary>
internal static class ComponentStates
{
    /// <summary>How a component works.</summary>
    /// <param name="componentId">The component.</param>
    /// <param name="own">How it works when nothing touches it.</param>
    /// <param name="incidents">Incidents; those that are not felt do not count.</param>
    public static ComponentState Of(string componentId, ComponentState own, IEnumerable<Incident> incidents)
    {
        ComponentState? worst = null;
        foreach (var incident in incidents)
        {
            if (IsFelt(incident) && incident.Components.TryGetValue(componentId, out var said))
            {
                worst = worst is { } so ? Worse(so, said) : said;
            }
        }

        return worst ?? own;
    }

    /// <summary>Every component as customers meet it, in the order of the page.</summary>
    public static IReadOnlyList<Component> Seen(IncidentSituation situation) =>
        [
            .. situation
                .Components.Select(one =>
                    one.Component with
                    {
                        State = Of(one.Component.Id, one.Component.State, situation.Open),
                        UpdatedAt = LastChange(one.Component, situation.Open),
                    }
                )
                .OrderBy(component => component.Position)
                .ThenBy(component => component.Id, StringComparer.Ordinal),
        ];

    /// <summary>The incidents that touch a component now.</summary>
    public static IEnumerable<Incident> Touching(string componentId, IEnumerable<Incident> incidents) =>
        incidents.Where(incident => IsFelt(incident) && incident.Components.ContainsKey(componentId));

    /// <summary>Whether an incident changes how anything works: open, and begun.</summary>
    public static bool IsFelt(Incident incident) => incident.IsOpen && incident.State != IncidentState.Scheduled;

    /// <summary>The worse of two.</summary>
    public static ComponentState Worse(ComponentState one, ComponentState other) => Severity(one) >= Severity(other) ? one : other;

    /// <summary>How bad the worst of some states is for customers.</summary>
    public static IncidentImpact ImpactOf(IEnumerable<ComponentState> states) =>
        states.Select(Severity).DefaultIfEmpty(0).Max() switch
        {
            0 or 1 => IncidentImpact.None,
            2 => IncidentImpact.Minor,
            3 => IncidentImpact.Major,
            _ => IncidentImpact.Critical,
        };

    /// <summary>Work that was planned is less bad than anything that broke.</summary>
    private static int Severity(ComponentState state) =>
        state switch
        {
            ComponentState.Operational => 0,
            ComponentState.UnderMaintenance => 1,
            ComponentState.DegradedPerformance => 2,
            ComponentState.PartialOutage => 3,
            _ => 4,
        };

    private static DateTimeOffset LastChange(Component component, IEnumerable<Incident> open) =>
        Touching(component.Id, open)
            .SelectMany(incident => incident.Updates)
            .Where(update => update.Changes.Any(change => change.ComponentId == component.Id))
            .Select(update => update.At)
            .Append(component.UpdatedAt)
            .Max();
}
