using System.Text.Json;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>The documents that readers of the Statuspage API know, version 2. Pure.</summary>
internal static class StatusDocuments
{
    /// <summary>The most incidents of a list; the number of the Statuspage API.</summary>
    private const int MaxListed = 50;

    /// <summary>A document by its file name.</summary>
    public static byte[] Write(string file, StatusSnapshot snapshot)
    {
        var json = StatusJson.Readable;
        var page = PageOf(snapshot);
        return file switch
        {
            StatusPaths.Summary => JsonSerializer.SerializeToUtf8Bytes(Summary(snapshot, page), json.SummaryDocument),
            "api/v2/status.json" => JsonSerializer.SerializeToUtf8Bytes(new StatusDocument(page, StatusOf(snapshot)), json.StatusDocument),
            "api/v2/components.json" => JsonSerializer.SerializeToUtf8Bytes(
                new ComponentsDocument(page, ComponentsOf(snapshot)),
                json.ComponentsDocument
            ),
            "api/v2/incidents.json" => Incidents(snapshot.Incidents.Where(one => one.Kind == IncidentKind.Incident).Take(MaxListed)),
            "api/v2/incidents/unresolved.json" => Incidents(snapshot.OpenIncidents),
            "api/v2/scheduled-maintenances.json" => Maintenances(
                snapshot.Incidents.Where(one => one.Kind == IncidentKind.Maintenance).Take(MaxListed)
            ),
            "api/v2/scheduled-maintenances/upcoming.json" => Maintenances(snapshot.UpcomingMaintenance),
            "api/v2/scheduled-maintenances/active.json" => Maintenances(snapshot.ActiveMaintenance),
            _ => throw new ArgumentOutOfRangeException(nameof(file), file, "There is no such document."),
        };

        byte[] Incidents(IEnumerable<Incident> these) =>
            JsonSerializer.SerializeToUtf8Bytes(new IncidentsDocument(page, All(snapshot, these)), json.IncidentsDocument);

        byte[] Maintenances(IEnumerable<Incident> these) =>
            JsonSerializer.SerializeToUtf8Bytes(new MaintenancesDocument(page, All(snapshot, these)), json.MaintenancesDocument);
    }

    private static SummaryDocument Summary(StatusSnapshot snapshot, StatusPageRecord page) =>
        new(
            page,
            ComponentsOf(snapshot),
            All(snapshot, snapshot.OpenIncidents),
            All(snapshot, snapshot.Incidents.Where(one => one is { Kind: IncidentKind.Maintenance, IsOpen: true })),
            StatusOf(snapshot)
        );

    private static StatusPageRecord PageOf(StatusSnapshot snapshot)
    {
        var site = snapshot.Site;
        return new(site.PageId, site.Name, site.Link(StatusPaths.Home), "Etc/UTC", StatusNames.Of(snapshot.ChangedAt));
    }

    private static StatusRecord StatusOf(StatusSnapshot snapshot)
    {
        var indicator = StatusIndicator.Of(snapshot);
        return new(StatusIndicator.Word(indicator), StatusIndicator.Description(indicator));
    }

    private static List<StatusComponent> ComponentsOf(StatusSnapshot snapshot) =>
        [.. snapshot.Components.Select(component => ComponentOf(component, snapshot.Site))];

    private static StatusComponent ComponentOf(Component component, StatusSite site) =>
        new(
            component.Id,
            site.Text(component.Names, site.DefaultLanguage),
            StatusNames.Of(component.State),
            StatusNames.Of(component.CreatedAt),
            StatusNames.Of(component.UpdatedAt),
            component.Position,
            component.Description,
            Showcase: true,
            StatusNames.DayOf(component.CreatedAt),
            GroupId: null,
            site.PageId,
            Group: false,
            OnlyShowIfDegraded: false
        );

    private static List<StatusIncident> All(StatusSnapshot snapshot, IEnumerable<Incident> incidents) =>
        [.. incidents.Select(incident => IncidentOf(snapshot, incident))];

    private static StatusIncident IncidentOf(StatusSnapshot snapshot, Incident incident)
    {
        var site = snapshot.Site;
        var isMaintenance = incident.Kind == IncidentKind.Maintenance;
        return new(
            incident.Id,
            site.Text(incident.Names, site.DefaultLanguage),
            incident.PostMortem is null ? StatusNames.Of(incident.State) : PostMortemWord,
            StatusNames.Of(incident.CreatedAt),
            StatusNames.Of(incident.UpdatedAt),
            StatusNames.Of(incident.MonitoringAt),
            StatusNames.Of(incident.ResolvedAt),
            StatusNames.Of(incident.Impact),
            site.Link(StatusPaths.Incident(incident.Id)),
            StatusNames.Of(incident.StartedAt),
            site.PageId,
            [.. UpdatesOf(snapshot, incident)],
            [
                .. snapshot
                    .Components.Where(component => incident.Components.ContainsKey(component.Id))
                    .Select(component => ComponentOf(component, site)),
            ]
        )
        {
            ScheduledFor = isMaintenance ? StatusNames.Of(incident.ScheduledFor ?? incident.StartedAt) : null,
            ScheduledUntil = isMaintenance ? StatusNames.Of(incident.ScheduledUntil ?? incident.ResolvedAt) : null,
        };
    }

    /// <summary>What was said, newest first; what was learnt comes as one more entry, as readers of this API expect.</summary>
    private static IEnumerable<StatusUpdate> UpdatesOf(StatusSnapshot snapshot, Incident incident)
    {
        var site = snapshot.Site;
        if (incident.PostMortem is { } learnt)
        {
            var at = StatusNames.Of(learnt.PublishedAt);
            var text = site.Text(learnt.Texts, site.DefaultLanguage);
            yield return new($"{incident.Id}-{PostMortemWord}", PostMortemWord, text, incident.Id, at, at, at, null, false, null, null);
        }

        foreach (var update in incident.Updates.Reverse())
        {
            var at = StatusNames.Of(update.At);
            var changed = update.Changes.Select(change => new AffectedComponent(
                change.ComponentId,
                snapshot.NameOf(change.ComponentId, site.DefaultLanguage),
                StatusNames.Of(change.Old),
                StatusNames.Of(change.New)
            ));
            yield return new(
                update.Id,
                StatusNames.Of(update.State),
                site.Text(update.Texts, site.DefaultLanguage),
                incident.Id,
                at,
                at,
                at,
                update.Changes.Count == 0 ? null : [.. changed],
                update.Notifies,
                null,
                null
            );
        }
    }

    private const string PostMortemWord = "postmortem";
}
