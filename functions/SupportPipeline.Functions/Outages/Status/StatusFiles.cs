using System.Text;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Every file of the status page, and how each is written. Pure.</summary>
internal static class StatusFiles
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";
    private const string Svg = "image/svg+xml; charset=utf-8";

    /// <summary>Every file in the order of writing: the summary, which programs ask first, at the end.</summary>
    public static IEnumerable<StatusFile> All(StatusSnapshot snapshot) => Writers(snapshot).Select(writer => writer.Write());

    /// <summary>One file; null when there is none of that name.</summary>
    public static StatusFile? Find(StatusSnapshot snapshot, string name) =>
        Writers(snapshot).FirstOrDefault(writer => writer.Name == name)?.Write();

    private static IEnumerable<Writer> Writers(StatusSnapshot snapshot) =>
        [
            .. snapshot.Older.Concat(snapshot.Incidents).SelectMany(incident => IncidentPages(snapshot, incident)),
            .. InEveryLanguage(language =>
                new(
                    StatusPaths.Badge(language),
                    () =>
                        SvgFile(
                            StatusPaths.Badge(language),
                            language ?? Default(snapshot),
                            StatusBadges.Everything(snapshot, language ?? Default(snapshot))
                        )
                )
            ),
            .. snapshot.Components.SelectMany(component => ComponentBadges(snapshot, component)),
            new(StatusPaths.Atom, () => new(StatusPaths.Atom, "application/atom+xml; charset=utf-8", null, StatusFeeds.Atom(snapshot))),
            new(StatusPaths.Rss, () => new(StatusPaths.Rss, "application/rss+xml; charset=utf-8", null, StatusFeeds.Rss(snapshot))),
            .. Organisation.KnownLanguages.Select(language => Page(snapshot, StatusPaths.Page(language), language)),
            Page(snapshot, StatusPaths.StatusIndex, Default(snapshot)),
            Page(snapshot, StatusPaths.Index, Default(snapshot)),
            .. StatusPaths.Documents.Select(file => new Writer(file, () => new(file, Json, null, StatusDocuments.Write(file, snapshot)))),
        ];

    private static Writer Page(StatusSnapshot snapshot, string file, string language) =>
        new(file, () => HtmlFile(file, language, StatusPage.Write(snapshot, language, file)));

    private static IEnumerable<Writer> IncidentPages(StatusSnapshot snapshot, Incident incident) =>
        InEveryLanguage(language =>
        {
            var file = StatusPaths.Incident(incident.Id, language);
            var spoken = language ?? Default(snapshot);
            return new(file, () => HtmlFile(file, spoken, StatusIncidentPage.Write(snapshot, incident, spoken, file)));
        });

    private static IEnumerable<Writer> ComponentBadges(StatusSnapshot snapshot, Component component) =>
        InEveryLanguage(language =>
        {
            var file = StatusPaths.ComponentBadge(component.Id, language);
            var spoken = language ?? Default(snapshot);
            return new(file, () => SvgFile(file, spoken, StatusBadges.Of(snapshot, component, spoken)));
        });

    /// <summary>In each language, and once without one in the name.</summary>
    private static IEnumerable<Writer> InEveryLanguage(Func<string?, Writer> write) =>
        Organisation.KnownLanguages.Select(write).Append(write(null));

    private static string Default(StatusSnapshot snapshot) => snapshot.Site.DefaultLanguage;

    private static StatusFile HtmlFile(string name, string language, string html) =>
        new(name, Html, language, Encoding.UTF8.GetBytes(html));

    private static StatusFile SvgFile(string name, string language, string svg) => new(name, Svg, language, Encoding.UTF8.GetBytes(svg));

    private sealed record Writer(string Name, Func<StatusFile> Write);
}
