using System.Globalization;
using System.Text;
using System.Xml;
using SupportPipeline.Outages.Incidents;

namespace SupportPipeline.Outages.Status;

/// <summary>
/// The history as feeds. An entry is an incident or a maintenance; its id never changes, only when it was updated does. A feed is as new as its newest
/// entry, whenever it was written. Pure.
/// </summary>
internal static class StatusFeeds
{
    private const int MaxEntries = 50;

    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly TimeSpan Reach = TimeSpan.FromDays(90);

    /// <summary>Atom, RFC 4287.</summary>
    public static byte[] Atom(StatusSnapshot snapshot) =>
        Write(writer =>
        {
            var site = snapshot.Site;
            var entries = Entries(snapshot);
            writer.WriteStartElement("feed", AtomNamespace);
            writer.WriteAttributeString("xml", "lang", null, site.DefaultLanguage);
            writer.WriteElementString("id", $"tag:{site.Address.Host},2005:/history");
            Link(writer, "alternate", "text/html", site.Link(StatusPaths.Home));
            Link(writer, "self", "application/atom+xml", site.Link(StatusPaths.Atom));
            writer.WriteElementString("title", Title(site));
            writer.WriteElementString("updated", StatusNames.Of(UpdatedAt(entries, snapshot)));
            writer.WriteStartElement("author");
            writer.WriteElementString("name", StatusText.Clean(site.Name));
            writer.WriteEndElement();
            foreach (var incident in entries)
            {
                writer.WriteStartElement("entry");
                writer.WriteElementString("id", $"tag:{site.Address.Host},2005:Incident/{incident.Id}");
                writer.WriteElementString("published", StatusNames.Of(incident.CreatedAt));
                writer.WriteElementString("updated", StatusNames.Of(incident.UpdatedAt));
                Link(writer, "alternate", "text/html", site.Link(StatusPaths.Incident(incident.Id)));
                writer.WriteElementString("title", Name(incident, site));
                writer.WriteStartElement("content");
                writer.WriteAttributeString("type", "html");
                writer.WriteString(Content(incident, snapshot));
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });

    /// <summary>RSS 2.0.</summary>
    public static byte[] Rss(StatusSnapshot snapshot) =>
        Write(writer =>
        {
            var site = snapshot.Site;
            var entries = Entries(snapshot);
            writer.WriteStartElement("rss");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
            writer.WriteStartElement("channel");
            writer.WriteElementString("title", Title(site));
            writer.WriteElementString("link", site.Link(StatusPaths.Home));
            writer.WriteElementString("description", Title(site));
            writer.WriteElementString("language", site.DefaultLanguage);
            writer.WriteElementString("lastBuildDate", Rfc1123(UpdatedAt(entries, snapshot)));
            writer.WriteStartElement("atom", "link", AtomNamespace);
            writer.WriteAttributeString("rel", "self");
            writer.WriteAttributeString("type", "application/rss+xml");
            writer.WriteAttributeString("href", site.Link(StatusPaths.Rss));
            writer.WriteEndElement();
            foreach (var incident in entries)
            {
                writer.WriteStartElement("item");
                writer.WriteElementString("title", $"[{Prefix(incident)}] {Name(incident, site)}");
                writer.WriteElementString("link", site.Link(StatusPaths.Incident(incident.Id)));
                writer.WriteStartElement("guid");
                writer.WriteAttributeString("isPermaLink", "false");
                writer.WriteString($"incident-{incident.Id}");
                writer.WriteEndElement();
                writer.WriteElementString("pubDate", Rfc1123(incident.CreatedAt));
                writer.WriteElementString("description", Content(incident, snapshot));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        });

    private static List<Incident> Entries(StatusSnapshot snapshot) =>
        [.. snapshot.Incidents.Where(one => one.IsOpen || one.UpdatedAt > snapshot.Now - Reach).Take(MaxEntries)];

    private static DateTimeOffset UpdatedAt(List<Incident> entries, StatusSnapshot snapshot) =>
        entries.Count > 0 ? entries.Max(one => one.UpdatedAt) : snapshot.ChangedAt;

    private static string Title(StatusSite site) => $"{StatusText.Clean(site.Name)} Status - Incident History";

    private static string Name(Incident incident, StatusSite site) => StatusText.Clean(site.Text(incident.Names, site.DefaultLanguage));

    private static string Prefix(Incident incident) => !incident.IsOpen ? "Resolved" : incident.Kind.ToString();

    /// <summary>Every entry as HTML, the newest first.</summary>
    private static string Content(Incident incident, StatusSnapshot snapshot)
    {
        var site = snapshot.Site;
        var words = StatusWords.In(site.DefaultLanguage);
        var html = new StringBuilder();
        if (incident.PostMortem is { } learnt)
        {
            html.Append(Entry(learnt.PublishedAt, words.Learnt, site.Text(learnt.Texts, site.DefaultLanguage), words));
        }

        foreach (var update in incident.Updates.Reverse())
        {
            html.Append(Entry(update.At, words.IncidentStates[update.State], site.Text(update.Texts, site.DefaultLanguage), words));
        }

        return html.ToString();
    }

    private static string Entry(DateTimeOffset at, string state, string text, StatusWords words)
    {
        var lines = StatusText.Encode(text.ReplaceLineEndings("\n").Trim()).Replace("\n", "<br>", StringComparison.Ordinal);
        return $"<p><small>{StatusText.Encode(StatusText.Moment(at, words))}</small><br><strong>{StatusText.Encode(state)}</strong> - {lines}</p>";
    }

    private static string Rfc1123(DateTimeOffset at) => at.ToString("R", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter writer, string relation, string type, string address)
    {
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
    }

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            write(writer);
        }

        return bytes.ToArray();
    }
}
