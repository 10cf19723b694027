using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Testing;

/// <summary>Incidents and components as a test says them.</summary>
internal sealed class KnownIncidents : IIncidentReader
{
    private readonly Lock _lock = new();
    private readonly List<Incident> _incidents = [];

    public List<Component> Components { get; } = [];

    public IReadOnlyList<Incident> Incidents
    {
        get
        {
            lock (_lock)
            {
                return [.. _incidents];
            }
        }
    }

    /// <summary>How often everything was read.</summary>
    public int Reads { get; private set; }

    /// <summary>What happens after the incidents were read, once each.</summary>
    public Queue<Action> Meanwhile { get; } = new();

    public Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        Task.FromResult(Incidents.FirstOrDefault(incident => incident.Id == incidentId));

    public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([.. Incidents.Where(incident => incident.IsOpen)]);

    public Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var recent = Incidents.Where(one => one.StartedAt >= since).OrderByDescending(one => one.StartedAt).Take(limit).ToList();
        if (Meanwhile.TryDequeue(out var happen))
        {
            happen();
        }

        return Task.FromResult<IReadOnlyList<Incident>>(recent);
    }

    public Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<Component>>([.. Components]);
    }

    public void Put(Incident incident)
    {
        lock (_lock)
        {
            _incidents.RemoveAll(one => one.Id == incident.Id);
            _incidents.Add(incident);
        }
    }
}
