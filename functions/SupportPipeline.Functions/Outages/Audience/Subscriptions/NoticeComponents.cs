using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>The components as people choose among them.</summary>
public sealed class NoticeComponents(IIncidentReader incidents)
{
    /// <summary>Their ids and names in a language, in the order of the status page.</summary>
    internal async Task<IReadOnlyList<(string Id, string Name)>> ReadAsync(string language, CancellationToken cancellationToken) =>
        [
            .. (await incidents.ComponentsAsync(cancellationToken)).Select(component =>
                (component.Id, component.Names.GetValueOrDefault(language) ?? component.Names.Values.FirstOrDefault() ?? component.Id)
            ),
        ];

    /// <summary>Their ids.</summary>
    internal async Task<IReadOnlyList<string>> IdsAsync(CancellationToken cancellationToken) =>
        [.. (await incidents.ComponentsAsync(cancellationToken)).Select(component => component.Id)];
}
