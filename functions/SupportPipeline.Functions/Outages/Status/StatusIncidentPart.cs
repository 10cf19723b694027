using System.Globalization;
using System.Text;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>An incident or a maintenance as HTML: on the page, and on a page of its own. Pure.</summary>
internal static class StatusIncidentPart
{
    /// <summary>What is known of it in short: how far, how bad, what is affected, when.</summary>
    public static string Facts(StatusSnapshot snapshot, Incident incident, StatusWords words)
    {
        var html = new StringBuilder();
        html.Append(Chip(words.IncidentStates[incident.State], incident.IsOpen ? StatusNames.Of(incident.Impact) : "none"));
        if (incident.Kind == IncidentKind.Incident)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $" <span class=\"note\">{StatusText.Fill(words.Impact, StatusText.Encode(words.Impacts[incident.Impact]))}</span>"
            );
        }

        if (incident.Components.Count > 0)
        {
            var names = incident.Components.Keys.Order(StringComparer.Ordinal).Select(id => snapshot.NameOf(id, words.Language));
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p>{StatusText.Fill(words.Affected, StatusText.Encode(string.Join(", ", names)))}</p>"
            );
        }

        if (incident is { ScheduledFor: { } from, ScheduledUntil: { } until })
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p>{StatusText.Fill(words.Scheduled, StatusText.Time(from, words), StatusText.Time(until, words))}</p>"
            );
        }

        if (incident.NextUpdateBy is { } next)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p><strong>{StatusText.Fill(words.NextUpdate, StatusText.Time(next, words))}</strong></p>"
            );
        }

        return html.ToString();
    }

    /// <summary>Everything that was said of it, the newest first.</summary>
    public static string Updates(StatusSnapshot snapshot, Incident incident, StatusWords words)
    {
        var html = new StringBuilder("<ol class=\"plain updates\" reversed>");
        foreach (var update in incident.Updates.Reverse())
        {
            html.Append("<li>").Append(Update(snapshot, incident, update, words)).Append("</li>");
        }

        return html.Append("</ol>").ToString();
    }

    /// <summary>A few words in a colour; the words say it all.</summary>
    public static string Chip(string text, string kind) => $"<span class=\"chip {kind}\">{StatusText.Encode(text)}</span>";

    private static string Update(StatusSnapshot snapshot, Incident incident, IncidentUpdate update, StatusWords words)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p><strong>{StatusText.Encode(words.IncidentStates[update.State])}</strong> <small>{StatusText.Time(update.At, words)}</small></p>"
        );
        if (incident.Updates.FirstOrDefault(one => one.Id == update.Corrects) is { } wrong)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"note\">{StatusText.Fill(words.Correction, StatusText.Time(wrong.At, words))}</p>"
            );
        }

        if (incident.Updates.Any(one => one.Corrects == update.Id))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{StatusText.Encode(words.Corrected)}</p>");
        }

        html.Append(StatusText.Paragraphs(snapshot.Site.Text(update.Texts, words.Language)));
        foreach (var change in update.Changes)
        {
            var (old, now) = (words.ComponentStates[change.Old], words.ComponentStates[change.New]);
            var name = snapshot.NameOf(change.ComponentId, words.Language);
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{StatusText.Encode($"{name}: {old} → {now}")}</p>");
        }

        return html.ToString();
    }
}
