using System.Globalization;
using System.Text;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>Writes what a notice says from what was said on the page: the same words everywhere. Pure.</summary>
public static class NoticeComposing
{
    /// <summary>A subject longer than this is cut off by mail programs, and by us.</summary>
    private const int MaxSubject = 150;

    /// <summary>Writes a notice in every language in which the incident and its update are written; the default language is always there.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="update">The update it is about.</param>
    /// <param name="components">The names of the components.</param>
    /// <param name="desk">Who we are, and where our page is.</param>
    public static IReadOnlyDictionary<string, NoticeText> Write(
        NoticeKind kind,
        Incident incident,
        IncidentUpdate update,
        IReadOnlyList<Component> components,
        (Organisation Organisation, string? StatusPage) desk
    ) =>
        update
            .Texts.Keys.Where(language => language == desk.Organisation.DefaultLanguage || incident.Names.ContainsKey(language))
            .ToDictionary(
                language => language,
                language => Write(language, kind, incident, update, components, desk),
                StringComparer.Ordinal
            );

    private static NoticeText Write(
        string language,
        NoticeKind kind,
        Incident incident,
        IncidentUpdate update,
        IReadOnlyList<Component> components,
        (Organisation Organisation, string? StatusPage) desk
    )
    {
        var words = NoticeWords.In(language);
        var fallback = desk.Organisation.DefaultLanguage;
        var name = incident.Names.GetValueOrDefault(language) ?? incident.Names[fallback];
        var text = new StringBuilder(NoticeMailWriter.Greeting).Append("\n\n").Append(Clean(update.Texts[language])).Append("\n\n");
        var affected = components.Where(component => incident.Components.ContainsKey(component.Id)).ToList();
        if (affected.Count > 0 && kind != NoticeKind.Resolution)
        {
            text.Append(words.Affected).Append('\n');
            foreach (var component in affected)
            {
                var called = component.Names.GetValueOrDefault(language) ?? component.Names[fallback];
                text.Append(CultureInfo.InvariantCulture, $"– {called}: {words.States[(int)incident.Components[component.Id]]}\n");
            }

            text.Append('\n');
        }

        if (update.NextUpdateBy is { } by && kind != NoticeKind.Resolution)
        {
            Append(text, words.NextUpdate, TimeWords.Tell(by, desk.Organisation.Calendar.TimeZone, language));
        }

        if (desk.StatusPage is { } page)
        {
            Append(text, words.StatusPage, page);
        }

        Append(text, words.Why, NoticeMailWriter.ManageLink);
        text.Append(desk.Organisation.Name);
        var subject = string.Format(CultureInfo.InvariantCulture, words.Subjects[(int)kind], StoredText.CleanLine(name, MaxSubject));
        return new(StoredText.CleanLine(subject, MaxSubject), text.ToString());
    }

    private static void Append(StringBuilder text, string words, string value) =>
        text.Append(string.Format(CultureInfo.InvariantCulture, words, value)).Append("\n\n");

    /// <summary>What stands between percent signs is ours to fill in, and nobody else's.</summary>
    private static string Clean(string text) =>
        text.Trim()
            .Replace(NoticeMailWriter.Greeting, "", StringComparison.OrdinalIgnoreCase)
            .Replace(NoticeMailWriter.ManageLink, "", StringComparison.OrdinalIgnoreCase);
}
