using System.Collections.Concurrent;
using SupportPipeline.Repository;

namespace SupportPipeline.Replies;

/// <summary>
/// Plausible values for the templates of one language, from <c>Samples/language.txt</c>: sections in brackets, one for every scenario
/// and one named <c>*</c> for all; <c>name: value</c>; a line that begins with two spaces continues the value above it.
/// </summary>
internal sealed class TemplateSamples
{
    private const string Folder = "tests/SupportPipeline.Functions.Tests/Replies/Samples";

    private static readonly ConcurrentDictionary<string, TemplateSamples> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, string>> _sections = new(StringComparer.Ordinal);

    private TemplateSamples(string text)
    {
        Dictionary<string, string>? section = null;
        var name = "";
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                _sections.Add(line.Trim('[', ']'), section = new(StringComparer.Ordinal));
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                section![name] += "\n" + line.Trim();
            }
            else
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                name = line[..colon];
                section!.Add(name, line[(colon + 1)..].Trim());
            }
        }
    }

    /// <summary>The scenarios that have a section.</summary>
    public IEnumerable<string> Scenarios => _sections.Keys.Where(scenario => scenario != "*");

    public static TemplateSamples Of(string language) =>
        Known.GetOrAdd(language, _ => new(RepositoryFiles.Read($"{Folder}/{language}.txt").ReplaceLineEndings("\n")));

    /// <summary>All values for a scenario.</summary>
    public Dictionary<string, string> For(string scenario)
    {
        var values = new Dictionary<string, string>(_sections["*"], StringComparer.Ordinal);
        foreach (var (name, value) in _sections.GetValueOrDefault(scenario, []))
        {
            values[name] = value;
        }

        return values;
    }
}
