using System.Reflection;
using HandlebarsDotNet;

namespace SupportPipeline.Replies;

/// <summary>
/// The reply templates: one embedded file per scenario, language and channel, <c>Templates/language/scenario.channel.hbs</c>, with front
/// matter. All are read together, so a template that is malformed or missing in one language is noticed in every language.
/// </summary>
public sealed class TemplateCatalog
{
    /// <summary>The languages every scenario is written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-Hans", "zh-Hant", "ru"];

    private readonly Dictionary<(string Scenario, string Language, string Channel), Template> _templates = [];

    /// <summary>Reads the templates of this assembly.</summary>
    /// <exception cref="FormatException">A file is malformed, or a language or channel is missing; the message names it.</exception>
    public TemplateCatalog()
        : this(Embedded()) { }

    /// <summary>Takes templates that were read elsewhere.</summary>
    internal TemplateCatalog(IEnumerable<TemplateFile> files)
    {
        // No escaping here: the text part is plain text, and HtmlBody encodes all of it for the HTML part.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        foreach (var file in files)
        {
            _templates.Add((file.Scenario, file.Language, file.Channel), new(handlebars, file));
        }

        if (_templates.Count == 0)
        {
            throw new FormatException("There are no templates in the assembly.");
        }

        Scenarios = [.. _templates.Keys.Select(key => key.Scenario).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var missing =
            from scenario in Scenarios
            from language in Languages
            from channel in TemplateChannel.All
            where !_templates.ContainsKey((scenario, language, channel))
            select (scenario, language, channel);
        foreach (var (scenario, language, channel) in missing)
        {
            throw new FormatException($"Template '{scenario}' is not written in '{language}' for '{channel}'.");
        }
    }

    /// <summary>The scenarios that can be answered, in alphabetical order.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>Every embedded file.</summary>
    internal static IEnumerable<TemplateFile> Embedded()
    {
        var assembly = typeof(TemplateCatalog).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".hbs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            // Where paths are written with backslashes, the folders in the name are too.
            .Select(name => TemplateFile.Parse(name.Replace('\\', '/'), Read(assembly, name)));
    }

    /// <summary>Fills a template.</summary>
    /// <param name="scenario">One of <see cref="Scenarios"/>.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="channel">One of <see cref="TemplateChannel.All"/>.</param>
    /// <param name="values">The variables. One that the template requires and that is missing or blank stops it.</param>
    internal RenderResult Render(string scenario, string language, string channel, IReadOnlyDictionary<string, string> values) =>
        _templates.TryGetValue((scenario, language, channel), out var template)
            ? template.Render(values)
            : new RenderResult.Incomplete($"There is no template '{scenario}' in '{language}' for '{channel}'.");

    /// <summary>Fills a template for a person to finish: what is missing stands in double brackets, which the courtesy check does not let out.</summary>
    internal RenderResult RenderDraft(string scenario, string language, string channel, IReadOnlyDictionary<string, string> values) =>
        _templates.TryGetValue((scenario, language, channel), out var template)
            ? template.RenderDraft(values)
            : new RenderResult.Incomplete($"There is no template '{scenario}' in '{language}' for '{channel}'.");

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
