using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>How everything together stands, in one word. Pure.</summary>
internal static class StatusIndicator
{
    /// <summary>
    /// The highest impact of what is open. When no open incident is felt, what was left degraded counts, and then work that goes on: a page must not say
    /// that all is well above a component that is not.
    /// </summary>
    public static IncidentImpact Of(StatusSnapshot snapshot)
    {
        var worst = snapshot.OpenIncidents.Select(one => one.Impact).Where(IsFelt).DefaultIfEmpty(IncidentImpact.None).Max();
        if (worst != IncidentImpact.None)
        {
            return worst;
        }

        var left = snapshot.Components.Select(component => ImpactOf(component.State)).DefaultIfEmpty(IncidentImpact.None).Max();
        return left != IncidentImpact.None ? left
            : snapshot.ActiveMaintenance.Any() || snapshot.Components.Any(one => one.State == ComponentState.UnderMaintenance)
                ? IncidentImpact.Maintenance
            : IncidentImpact.None;
    }

    /// <summary>The word of the Statuspage API.</summary>
    public static string Word(IncidentImpact indicator) => StatusNames.Of(indicator);

    /// <summary>The sentence of the Statuspage API, which is English in every document.</summary>
    public static string Description(IncidentImpact indicator) =>
        indicator switch
        {
            IncidentImpact.None => "All Systems Operational",
            IncidentImpact.Minor => "Minor Service Outage",
            IncidentImpact.Major => "Partial System Outage",
            IncidentImpact.Critical => "Major Service Outage",
            _ => "Service Under Maintenance",
        };

    private static bool IsFelt(IncidentImpact impact) => impact is IncidentImpact.Minor or IncidentImpact.Major or IncidentImpact.Critical;

    private static IncidentImpact ImpactOf(ComponentState state) =>
        state switch
        {
            ComponentState.DegradedPerformance => IncidentImpact.Minor,
            ComponentState.PartialOutage => IncidentImpact.Major,
            ComponentState.MajorOutage => IncidentImpact.Critical,
            _ => IncidentImpact.None,
        };
}
