using System.Reflection;
using HandlebarsDotNet;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// The templates of what is said of incidents: one embedded file per kind and language, with the front matter of reply templates; its subject is the
/// title. One that is malformed or missing in a language stops the start.
/// </summary>
public sealed class IncidentTemplates
{
    /// <summary>What stands in the file name and the front matter where reply templates name their channel.</summary>
    internal const string Channel = "notice";

    private const string Resources = "IncidentTemplates/";

    private readonly Dictionary<(string Kind, string Language), (TemplateFile File, Template Template)> _templates;

    /// <summary>Reads the templates of this assembly.</summary>
    /// <exception cref="FormatException">A file is malformed or a language is missing; the message names it.</exception>
    public IncidentTemplates()
    {
        // No escaping here: the texts are plain text, and whoever shows one as HTML encodes all of it.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        _templates = Embedded().ToDictionary(file => (file.Scenario, file.Language), file => (file, new Template(handlebars, file)));
        Kinds = [.. _templates.Keys.Select(key => key.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var kind in Kinds)
        {
            if (Organisation.KnownLanguages.FirstOrDefault(language => !_templates.ContainsKey((kind, language))) is { } missing)
            {
                throw new FormatException($"Incident template '{kind}' is not written in '{missing}'.");
            }
        }
    }

    /// <summary>The kinds, in alphabetical order.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Every file, by kind and then in the order of the languages.</summary>
    internal IEnumerable<TemplateFile> Files =>
        from kind in Kinds
        from language in Organisation.KnownLanguages
        select _templates[(kind, language)].File;

    /// <summary>Whether a template is nothing without a variable.</summary>
    internal bool Requires(string kind, string language, string variable) =>
        _templates[(kind, language)].File.Required.Contains(variable, StringComparer.Ordinal);

    /// <summary>Fills a template; what is required and missing stops it.</summary>
    internal RenderResult Render(string kind, string language, IReadOnlyDictionary<string, string> values) =>
        _templates[(kind, language)].Template.Render(values);

    /// <summary>Fills a template for a person to finish: what is missing stands in double brackets, which no entry may contain.</summary>
    internal RenderResult RenderDraft(string kind, string language, IReadOnlyDictionary<string, string> values) =>
        _templates[(kind, language)].Template.RenderDraft(values);

    private static IEnumerable<TemplateFile> Embedded()
    {
        var assembly = typeof(IncidentTemplates).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(Resources, StringComparison.Ordinal))
            {
                // Where paths are written with backslashes, the folders in the name are too.
                var path = $"Templates/{name[Resources.Length..].Replace('\\', '/')}.hbs";
                yield return TemplateFile.Parse(path, Read(assembly, name));
            }
        }
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
