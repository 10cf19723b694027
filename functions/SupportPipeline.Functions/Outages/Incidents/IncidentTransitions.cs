namespace SupportPipeline.Outages.Incidents;

/// <summary>Which state may follow which. Staying where it is, with more to say, is allowed as long as it is open. Pure.</summary>
internal static class IncidentTransitions
{
    /// <summary>Whether an update may lead from a state to a state.</summary>
    public static bool IsAllowed(IncidentState from, IncidentState to) =>
        (from, to) switch
        {
            (IncidentState.Resolved or IncidentState.Completed, _) when from == to => false,
            _ when from == to => true,
            (IncidentState.Investigating, IncidentState.Identified or IncidentState.Monitoring or IncidentState.Resolved) => true,
            (IncidentState.Identified, IncidentState.Monitoring or IncidentState.Resolved) => true,

            // It was thought to be mended and was not.
            (IncidentState.Monitoring, IncidentState.Identified or IncidentState.Resolved) => true,

            // It came back: IncidentRules asks for a reason.
            (IncidentState.Resolved, IncidentState.Investigating or IncidentState.Identified or IncidentState.Monitoring) => true,
            (IncidentState.Scheduled, IncidentState.InProgress) => true,
            (IncidentState.InProgress, IncidentState.Verifying or IncidentState.Completed) => true,
            (IncidentState.Verifying, IncidentState.Completed) => true,
            _ => false,
        };

    /// <summary>Whether a kind can be in a state at all.</summary>
    public static bool Fits(IncidentKind kind, IncidentState state) =>
        (kind == IncidentKind.Maintenance)
        == (state is IncidentState.Scheduled or IncidentState.InProgress or IncidentState.Verifying or IncidentState.Completed);

    /// <summary>Whether it is over.</summary>
    public static bool IsOver(IncidentState state) => state is IncidentState.Resolved or IncidentState.Completed;

    /// <summary>The states that may follow, for a message to people.</summary>
    public static IReadOnlyList<string> After(IncidentState from) =>
        [.. Enum.GetValues<IncidentState>().Where(to => IsAllowed(from, to)).Select(IncidentWords.Of)];
}
