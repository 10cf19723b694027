using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Everything that is published, as it was read: the same snapshot gives the same files.</summary>
public sealed record StatusSnapshot
{
    /// <summary>Whose page it is.</summary>
    public required StatusSite Site { get; init; }

    /// <summary>The components in their order on the page.</summary>
    public required IReadOnlyList<Component> Components { get; init; }

    /// <summary>What is open, and what began lately: newest first.</summary>
    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>Incidents that are too old for the lists but whose own page is to be written anew.</summary>
    public IReadOnlyList<Incident> Older { get; init; } = [];

    /// <summary>When it was read; what is published changes with it at midnight UTC only, and with how long an outage lasts.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What broke and is not over.</summary>
    internal IEnumerable<Incident> OpenIncidents => Incidents.Where(one => one is { Kind: IncidentKind.Incident, IsOpen: true });

    /// <summary>Work that goes on.</summary>
    internal IEnumerable<Incident> ActiveMaintenance =>
        Incidents.Where(one => one.State is IncidentState.InProgress or IncidentState.Verifying);

    /// <summary>Work that is still to come.</summary>
    internal IEnumerable<Incident> UpcomingMaintenance => Incidents.Where(one => one.State == IncidentState.Scheduled);

    /// <summary>When anything that is published changed last. Never the time of writing: readers judge by it whether something is new.</summary>
    internal DateTimeOffset ChangedAt =>
        Incidents
            .Select(one => one.UpdatedAt)
            .Concat(Components.Select(component => component.UpdatedAt))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
            .Max();

    /// <summary>Differs when anything was changed in between.</summary>
    internal string Fingerprint =>
        StableHash.Of([
            .. Components.Select(one => $"{one.Id} {one.UpdatedAt.UtcTicks} {one.State}"),
            "",
            .. Incidents.Concat(Older).Select(one => $"{one.Id} {one.UpdatedAt.UtcTicks} {one.State} {one.Updates.Count}"),
        ]);

    /// <summary>The name of a component in a language; its id when it was taken away since.</summary>
    internal string NameOf(string componentId, string language) =>
        Components.FirstOrDefault(one => one.Id == componentId) is { } found ? Site.Text(found.Names, language) : componentId;
}
