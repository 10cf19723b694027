using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.LocalHost.Tests.Outages;

/// <summary>An open incident, one that is over, planned work and two components.</summary>
internal sealed class KnownOutage : IIncidentReader
{
    private static readonly DateTimeOffset Today = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public const string OpenId = "01k9zh5b0r0000000000000001";

    private const string OverId = "01k9zh5b0r0000000000000000";

    private const string PlannedId = "01k9zh5b0r0000000000000002";

    private readonly List<Component> _components =
    [
        Of("sign-in", 0, ComponentState.MajorOutage),
        Of("payments", 1, ComponentState.Operational),
    ];

    private readonly List<Incident> _incidents =
    [
        Of(PlannedId, IncidentKind.Maintenance, IncidentState.Scheduled, "New database", Today.AddHours(2)) with
        {
            Impact = IncidentImpact.Maintenance,
            ScheduledFor = Today.AddDays(2),
            ScheduledUntil = Today.AddDays(2).AddHours(3),
        },
        Of(OpenId, IncidentKind.Incident, IncidentState.Investigating, "Nobody can <sign in>", Today.AddHours(1)),
        Of(OverId, IncidentKind.Incident, IncidentState.Resolved, "Slow mail", Today),
    ];

    public Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        Task.FromResult(_incidents.Find(incident => incident.Id == incidentId));

    public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. _incidents.Where(incident => incident.IsOpen)]);

    public Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. _incidents]);

    public Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Component>>([.. _components]);

    private static Component Of(string id, int position, ComponentState state) =>
        new()
        {
            Id = id,
            Names = Text(id),
            Position = position,
            State = state,
            CreatedAt = Today.AddDays(-100),
            UpdatedAt = Today,
        };

    private static Incident Of(string id, IncidentKind kind, IncidentState state, string name, DateTimeOffset at) =>
        new()
        {
            Id = id,
            Kind = kind,
            Names = Text(name),
            State = state,
            Impact = IncidentImpact.Critical,
            Components = new Dictionary<string, ComponentState>(StringComparer.Ordinal) { ["sign-in"] = ComponentState.MajorOutage },
            Updates =
            [
                new()
                {
                    Id = id + "-1",
                    State = state,
                    Texts = Text("What we know."),
                    At = at,
                    By = "ann",
                },
            ],
            CreatedAt = at,
            StartedAt = at,
            UpdatedAt = at,
            ResolvedAt = state == IncidentState.Resolved ? at : null,
        };

    private static Dictionary<string, string> Text(string text) => new(StringComparer.Ordinal) { ["en"] = text };
}
