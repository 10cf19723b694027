using System.Reflection;
using HandlebarsDotNet;

namespace SupportPipeline.Replies;

/// <summary>
/// The reply templates: one embedded file per scenario and language, <c>scenario.language.hbs</c>, with front matter. All are read and
/// compiled together, so a template that is broken in one language is noticed in every language.
/// </summary>
public sealed class TemplateCatalog
{
    /// <summary>The languages every scenario is written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-Hans", "zh-Hant", "ru"];

    private readonly Dictionary<(string Scenario, string Language), Template> _templates = [];

    /// <summary>Reads and compiles all templates.</summary>
    /// <exception cref="FormatException">A file is malformed or a language is missing; the message names it.</exception>
    public TemplateCatalog()
    {
        // No escaping here: the text part is plain text, and HtmlBody encodes all of it for the HTML part.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        var assembly = typeof(TemplateCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".hbs", StringComparison.Ordinal)))
        {
            var template = Template.Parse(handlebars, name, Read(assembly, name));
            _templates.Add((template.Scenario, template.Language), template);
        }

        if (_templates.Count == 0)
        {
            throw new FormatException("There are no templates in the assembly.");
        }

        foreach (var scenario in _templates.Keys.Select(key => key.Scenario).Distinct(StringComparer.Ordinal))
        {
            foreach (var language in Languages.Where(language => !_templates.ContainsKey((scenario, language))))
            {
                throw new FormatException($"Template '{scenario}' is not written in '{language}'.");
            }
        }
    }

    /// <summary>Fills a template.</summary>
    /// <param name="scenario">For example <c>acknowledgement</c>.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="values">The variables. One that the template requires and that is missing or blank stops it.</param>
    internal RenderResult Render(string scenario, string language, IReadOnlyDictionary<string, string> values) =>
        _templates.TryGetValue((scenario, language), out var template)
            ? template.Render(values)
            : new RenderResult.Incomplete($"There is no template '{scenario}' in '{language}'.");

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>How filling a template ended.</summary>
internal abstract record RenderResult
{
    private RenderResult() { }

    /// <summary>Filled completely.</summary>
    public sealed record Complete(string Subject, string Text) : RenderResult;

    /// <summary>Not filled; the reply must not go out by itself.</summary>
    /// <param name="Problem">What is missing.</param>
    public sealed record Incomplete(string Problem) : RenderResult;
}
