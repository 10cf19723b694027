namespace SupportPipeline.Outages.Incidents;

public sealed class IncidentTransitionsTests
{
    private static readonly HashSet<(IncidentState From, IncidentState To)> Allowed =
    [
        (IncidentState.Investigating, IncidentState.Investigating),
        (IncidentState.Investigating, IncidentState.Identified),
        (IncidentState.Investigating, IncidentState.Monitoring),
        (IncidentState.Investigating, IncidentState.Resolved),
        (IncidentState.Identified, IncidentState.Identified),
        (IncidentState.Identified, IncidentState.Monitoring),
        (IncidentState.Identified, IncidentState.Resolved),
        (IncidentState.Monitoring, IncidentState.Monitoring),
        (IncidentState.Monitoring, IncidentState.Identified),
        (IncidentState.Monitoring, IncidentState.Resolved),
        (IncidentState.Resolved, IncidentState.Investigating),
        (IncidentState.Resolved, IncidentState.Identified),
        (IncidentState.Resolved, IncidentState.Monitoring),
        (IncidentState.Scheduled, IncidentState.Scheduled),
        (IncidentState.Scheduled, IncidentState.InProgress),
        (IncidentState.InProgress, IncidentState.InProgress),
        (IncidentState.InProgress, IncidentState.Verifying),
        (IncidentState.InProgress, IncidentState.Completed),
        (IncidentState.Verifying, IncidentState.Verifying),
        (IncidentState.Verifying, IncidentState.Completed),
    ];

    public static TheoryData<string, string> Pairs { get; } = AllPairs();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_transition_is_allowed_or_refused(string from, string to)
    {
        var (first, second) = (IncidentWords.Read<IncidentState>(from)!.Value, IncidentWords.Read<IncidentState>(to)!.Value);

        Assert.Equal(Allowed.Contains((first, second)), IncidentTransitions.IsAllowed(first, second));
    }

    [Fact]
    public void The_underscores_of_the_Statuspage_API_are_understood()
    {
        Assert.Equal(IncidentState.InProgress, IncidentWords.Read<IncidentState>("in_progress"));
        Assert.Equal(ComponentState.DegradedPerformance, IncidentWords.Read<ComponentState>("degraded_performance"));
        Assert.Equal("major-outage", IncidentWords.Of(ComponentState.MajorOutage));
        Assert.Null(IncidentWords.Read<IncidentState>("postmortem"));
    }

    private static TheoryData<string, string> AllPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in Enum.GetValues<IncidentState>())
        {
            foreach (var to in Enum.GetValues<IncidentState>())
            {
                pairs.Add(IncidentWords.Of(from), IncidentWords.Of(to));
            }
        }

        return pairs;
    }
}
