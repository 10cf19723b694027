using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>The page of an incident or a maintenance in one language: everything that was said, and what was learnt. Pure.</summary>
internal static class StatusIncidentPage
{
    /// <summary>The page.</summary>
    /// <param name="snapshot">What it rests on.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="language">In which language.</param>
    /// <param name="file">Where it lies, because its links are relative.</param>
    public static string Write(StatusSnapshot snapshot, Incident incident, string language, string file)
    {
        var words = StatusWords.In(language);
        var site = snapshot.Site;
        var learnt = incident.PostMortem is { } postMortem
            ? $"<section aria-labelledby=\"learnt\"><h2 id=\"learnt\">{StatusText.Encode(words.Learnt)}</h2>"
                + $"<p class=\"note\">{StatusText.Time(postMortem.PublishedAt, words)}</p>"
                + $"{StatusText.Paragraphs(site.Text(postMortem.Texts, language))}</section>\n"
            : "";
        var body =
            $"<article aria-label=\"{StatusText.Encode(site.Text(incident.Names, language))}\">"
            + $"{StatusIncidentPart.Facts(snapshot, incident, words)}{StatusIncidentPart.Updates(snapshot, incident, words)}</article>\n{learnt}"
            + $"<p><a href=\"{StatusPaths.ToTop(file)}{StatusPaths.Page(language)}\">{StatusText.Encode(words.Back)}</a></p>\n";
        var title = site.Text(incident.Names, language);
        return StatusLayout.Page(new(site, words, file, title, other => StatusPaths.Incident(incident.Id, other)), body);
    }
}
