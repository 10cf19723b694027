namespace SupportPipeline.Outages.Incidents;

/// <summary>What the other parts may know of incidents and components.</summary>
public interface IIncidentReader
{
    /// <summary>An incident with all its updates; null when there is none.</summary>
    Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken);

    /// <summary>Every incident and maintenance that is open: read from an index, so it costs as much as there are.</summary>
    Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Incidents and maintenances that began since a moment, open or not, newest first.</summary>
    Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>The components in their order on the page.</summary>
    Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken);
}
