using System.Text.RegularExpressions;

namespace SupportPipeline.Replies;

/// <summary>
/// A template as it is written: front matter between two lines of <c>---</c>, then the text. The front matter names <c>scenario</c>,
/// <c>language</c>, <c>channel</c>, <c>subject</c> (only of an email) and the <c>required</c> and <c>optional</c> variables, separated by commas.
/// </summary>
internal sealed partial record TemplateFile
{
    private const string Fence = "---\n";
    private const string Folder = "Templates/";

    public required string Scenario { get; init; }

    public required string Language { get; init; }

    public required string Channel { get; init; }

    /// <summary>Empty for a public note.</summary>
    public required string Subject { get; init; }

    public required IReadOnlyList<string> Required { get; init; }

    public required IReadOnlyList<string> Optional { get; init; }

    public required string Text { get; init; }

    /// <summary>The variables that the subject and the text use.</summary>
    public IEnumerable<string> Used =>
        Variable()
            .Matches(Subject + "\n" + Text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => name != "else")
            .Distinct(StringComparer.Ordinal);

    /// <summary>Reads a file that must be what its path says: <c>Templates/language/scenario.channel.hbs</c>.</summary>
    /// <exception cref="FormatException">The front matter is missing, incomplete or says something else than the path.</exception>
    public static TemplateFile Parse(string path, string file)
    {
        var end = file.StartsWith(Fence, StringComparison.Ordinal) ? file.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw new FormatException($"Template '{path}' has no front matter.");
        }

        var frontMatter = ReadFrontMatter(path, file[Fence.Length..end]);
        string Read(string key) =>
            frontMatter.TryGetValue(key, out var value) ? value : throw new FormatException($"Template '{path}' does not say '{key}'.");
        var (scenario, language, channel) = (Read("scenario"), Read("language"), Read("channel"));
        if (path != $"{Folder}{language}/{scenario}.{channel}.hbs")
        {
            throw new FormatException($"Template '{path}' says it is '{scenario}' in '{language}' for '{channel}'.");
        }

        if (channel == TemplateChannel.Public && frontMatter.ContainsKey("subject"))
        {
            throw new FormatException($"Template '{path}' is public and has a subject.");
        }

        return new()
        {
            Scenario = scenario,
            Language = language,
            Channel = channel,
            Subject = channel == TemplateChannel.Public ? "" : Read("subject"),
            Required = SplitList(Read("required")),
            Optional = SplitList(Read("optional")),
            Text = file[(end + 1 + Fence.Length)..].Trim(),
        };
    }

    private static Dictionary<string, string> ReadFrontMatter(string path, string lines)
    {
        var frontMatter = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                throw new FormatException($"Template '{path}': '{line}' is not 'key: value'.");
            }

            frontMatter[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return frontMatter;
    }

    private static string[] SplitList(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\{\{(?:#if )?(?<name>\w+)\}\}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Variable();
}
