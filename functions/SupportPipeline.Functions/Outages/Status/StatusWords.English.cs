using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <content>The words in English.</content>
internal sealed partial record StatusWords
{
    private static readonly StatusWords English = new()
    {
        Language = "en",
        OwnName = "English",
        Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        DecimalMark = '.',
        Title = "{0} status",
        Skip = "Skip to content",
        Languages = "Language",
        Indicators = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "All systems operational",
            [IncidentImpact.Minor] = "Minor service outage",
            [IncidentImpact.Major] = "Partial system outage",
            [IncidentImpact.Critical] = "Major service outage",
            [IncidentImpact.Maintenance] = "Service under maintenance",
        },
        LastChange = "Last change: {0}",
        OpenIncidents = "Open incidents",
        NoOpenIncidents = "Nothing is broken that we know of.",
        ActiveMaintenance = "Maintenance under way",
        UpcomingMaintenance = "Planned maintenance",
        NoUpcomingMaintenance = "No maintenance is planned.",
        Components = "Components",
        BarsFrom = "90 days ago",
        BarsUntil = "Today",
        Uptime = "{0}% uptime in the last 90 days",
        TroubledDays = "Days with trouble",
        NoTroubledDays = "No trouble in the last 90 days.",
        NoData = "no data yet",
        Past = "Past incidents and maintenance",
        NoPast = "Nothing in the last 90 days.",
        Affected = "Affected: {0}",
        Impact = "Impact: {0}",
        Scheduled = "From {0} to {1}",
        NextUpdate = "Next update by {0}",
        Correction = "Corrects the entry of {0}",
        Corrected = "Corrected by a later entry",
        Learnt = "What we learnt",
        Back = "Back to the status page",
        Feeds = "Follow by feed",
        Badge = "status",
        ComponentStates = new Dictionary<ComponentState, string>
        {
            [ComponentState.Operational] = "Operational",
            [ComponentState.DegradedPerformance] = "Degraded performance",
            [ComponentState.PartialOutage] = "Partial outage",
            [ComponentState.MajorOutage] = "Major outage",
            [ComponentState.UnderMaintenance] = "Under maintenance",
        },
        IncidentStates = new Dictionary<IncidentState, string>
        {
            [IncidentState.Investigating] = "Investigating",
            [IncidentState.Identified] = "Identified",
            [IncidentState.Monitoring] = "Monitoring",
            [IncidentState.Resolved] = "Resolved",
            [IncidentState.Scheduled] = "Scheduled",
            [IncidentState.InProgress] = "In progress",
            [IncidentState.Verifying] = "Verifying",
            [IncidentState.Completed] = "Completed",
        },
        Impacts = new Dictionary<IncidentImpact, string>
        {
            [IncidentImpact.None] = "none",
            [IncidentImpact.Minor] = "minor",
            [IncidentImpact.Major] = "major",
            [IncidentImpact.Critical] = "critical",
            [IncidentImpact.Maintenance] = "maintenance",
        },
    };
}
