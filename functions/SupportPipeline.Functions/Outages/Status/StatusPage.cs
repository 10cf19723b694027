using System.Globalization;
using System.Text;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>The status page in one language. Pure.</summary>
internal static class StatusPage
{
    private const int MaxPast = 25;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(StatusHistory.DayCount);

    /// <summary>The page.</summary>
    /// <param name="snapshot">What it says.</param>
    /// <param name="language">In which language.</param>
    /// <param name="file">Where it lies, because its links are relative.</param>
    public static string Write(StatusSnapshot snapshot, string language, string file)
    {
        var words = StatusWords.In(language);
        var indicator = StatusIndicator.Of(snapshot);
        var body = new StringBuilder();
        body.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"state {StatusNames.Of(indicator)}\">{StatusText.Encode(words.Indicators[indicator])}</p>"
        );
        if (snapshot.ChangedAt > DateTimeOffset.UnixEpoch)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"note\">{StatusText.Fill(words.LastChange, StatusText.Time(snapshot.ChangedAt, words))}</p>\n"
            );
        }

        body.Append(Section("open", words.OpenIncidents, Full(snapshot, snapshot.OpenIncidents, words, file), words.NoOpenIncidents));
        if (snapshot.ActiveMaintenance.Any())
        {
            body.Append(Section("active", words.ActiveMaintenance, Full(snapshot, snapshot.ActiveMaintenance, words, file), ""));
        }

        var upcoming = snapshot.UpcomingMaintenance.OrderBy(one => one.ScheduledFor);
        body.Append(Section("upcoming", words.UpcomingMaintenance, Full(snapshot, upcoming, words, file), words.NoUpcomingMaintenance));
        if (snapshot.Components.Count > 0)
        {
            body.Append(
                Section("components", words.Components, snapshot.Components.Select(one => StatusBars.Write(snapshot, one, words)), "")
            );
        }

        var past = snapshot
            .Incidents.Where(one => !one.IsOpen && (one.ResolvedAt ?? one.UpdatedAt) > snapshot.Now - Reach)
            .OrderByDescending(one => one.ResolvedAt ?? one.UpdatedAt)
            .Take(MaxPast);
        body.Append(Section("past", words.Past, past.Select(one => Short(snapshot, one, words, file)), words.NoPast));
        var title = words.Title.Replace("{0}", snapshot.Site.Name, StringComparison.Ordinal);
        return StatusLayout.Page(new(snapshot.Site, words, file, title, StatusPaths.Page), body.ToString());
    }

    private static string Section(string id, string heading, IEnumerable<string> parts, string none)
    {
        var body = string.Concat(parts);
        return $"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{StatusText.Encode(heading)}</h2>"
            + (body.Length > 0 ? body : $"<p>{StatusText.Encode(none)}</p>")
            + "</section>\n";
    }

    private static IEnumerable<string> Full(StatusSnapshot snapshot, IEnumerable<Incident> incidents, StatusWords words, string file) =>
        incidents.Select(one =>
            $"<article><h3>{Link(snapshot, one, words, file)}</h3>{StatusIncidentPart.Facts(snapshot, one, words)}"
            + $"{StatusIncidentPart.Updates(snapshot, one, words)}</article>"
        );

    private static string Short(StatusSnapshot snapshot, Incident incident, StatusWords words, string file)
    {
        var last = incident.Updates.Count > 0 ? incident.Updates[^1] : null;
        return $"<article><h3>{Link(snapshot, incident, words, file)}</h3>"
            + $"<p>{StatusIncidentPart.Chip(words.IncidentStates[incident.State], "none")} "
            + $"<small>{StatusText.Time(incident.ResolvedAt ?? incident.UpdatedAt, words)}</small></p>"
            + (last is null ? "" : StatusText.Paragraphs(snapshot.Site.Text(last.Texts, words.Language)))
            + "</article>";
    }

    private static string Link(StatusSnapshot snapshot, Incident incident, StatusWords words, string file) =>
        $"<a href=\"{StatusPaths.ToTop(file)}{StatusPaths.Incident(incident.Id, words.Language)}\">"
        + $"{StatusText.Encode(snapshot.Site.Text(incident.Names, words.Language))}</a>";
}
