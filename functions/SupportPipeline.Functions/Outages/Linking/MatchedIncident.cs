using SupportPipeline.Outages.Incidents;
using SupportPipeline.Playbook;

namespace SupportPipeline.Outages.Linking;

/// <summary>An open incident that a message is about.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Component">The component that the message names.</param>
public sealed record MatchedIncident(Incident Incident, Component Component)
{
    /// <summary>
    /// What the playbook is told, in a language. What is not written in it stays empty: then a template has a gap, and the reply waits for a person instead
    /// of going out in two languages.
    /// </summary>
    internal IncidentFacts In(string language) =>
        new(
            Incident.Id,
            Component.Names.GetValueOrDefault(language) ?? "",
            Incident.Updates.LastOrDefault()?.Texts.GetValueOrDefault(language) ?? "",
            Incident.NextUpdateBy
        );
}
