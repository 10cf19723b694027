using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace SupportPipeline.Replies;

/// <summary>
/// One template. The front matter between two lines of <c>---</c> names <c>scenario</c>, <c>language</c>, <c>channel</c>, <c>subject</c>,
/// <c>required</c> and <c>optional</c> variables (separated by commas); the rest is the text.
/// </summary>
internal sealed class Template
{
    private const string Fence = "---\n";

    private readonly HandlebarsTemplate<object, object> _subject;
    private readonly HandlebarsTemplate<object, object> _text;
    private readonly string[] _required;
    private readonly string[] _optional;

    private Template(IHandlebars handlebars, Dictionary<string, string> frontMatter, string text)
    {
        Scenario = frontMatter["scenario"];
        Language = frontMatter["language"];
        _required = SplitList(frontMatter["required"]);
        _optional = SplitList(frontMatter["optional"]);
        _subject = handlebars.Compile(frontMatter["subject"]);
        _text = handlebars.Compile(text);
    }

    public string Scenario { get; }

    public string Language { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The front matter is missing or incomplete.</exception>
    public static Template Parse(IHandlebars handlebars, string name, string file)
    {
        var end = file.StartsWith(Fence, StringComparison.Ordinal) ? file.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw new FormatException($"Template '{name}' has no front matter.");
        }

        var frontMatter = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in file[Fence.Length..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                throw new FormatException($"Template '{name}': '{line}' is not 'key: value'.");
            }

            frontMatter[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        foreach (
            var key in new[] { "scenario", "language", "channel", "subject", "required", "optional" }.Where(key =>
                !frontMatter.ContainsKey(key)
            )
        )
        {
            throw new FormatException($"Template '{name}' does not say '{key}'.");
        }

        return new(handlebars, frontMatter, file[(end + 1 + Fence.Length)..].Trim());
    }

    /// <summary>Fills the template.</summary>
    public RenderResult Render(IReadOnlyDictionary<string, string> values)
    {
        var model = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in _required)
        {
            if (!values.TryGetValue(name, out var value) || string.IsNullOrWhiteSpace(value))
            {
                return new RenderResult.Incomplete($"'{name}' is empty.");
            }

            model[name] = value;
        }

        foreach (var name in _optional)
        {
            model[name] = values.GetValueOrDefault(name, "");
        }

        try
        {
            return new RenderResult.Complete(_subject(model).Trim(), _text(model).Trim() + "\n");
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            // A variable that the front matter does not announce.
            return new RenderResult.Incomplete(exception.Message);
        }
    }

    private static string[] SplitList(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
