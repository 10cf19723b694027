using System.Text;
using SupportPipeline.Playbook;
using SupportPipeline.Repository;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>
/// The texts of <c>Texts/language.txt</c>, separated by lines of <c>---</c>. Lines before the text: comments, then <c>bad code; fact=value</c>
/// or <c>good code; …</c>. What is to be found is marked: <c>‹code:words›</c>, <c>‹code:›</c> where something is missing, <c>‹one+other:words›</c>.
/// </summary>
internal sealed record CourtesyExample(
    string Language,
    bool IsGood,
    string Code,
    CourtesyText Text,
    IReadOnlyList<(string Code, int Offset, int Length)> Expected
)
{
    private const string Folder = "tests/SupportPipeline.Functions.Tests/Replies/Courtesy/Texts";

    private static readonly Lazy<List<CourtesyExample>> Read = new(() => [.. TemplateCatalog.Languages.SelectMany(ReadFile)]);

    public static IReadOnlyList<CourtesyExample> All => Read.Value;

    private static IEnumerable<CourtesyExample> ReadFile(string language) =>
        RepositoryFiles
            .Read($"{Folder}/{language}.txt")
            .ReplaceLineEndings("\n")
            .Split("\n---\n")
            .Select(block => Parse(language, [.. block.Trim('\n').Split('\n').Where(line => !line.StartsWith('#'))]));

    private static CourtesyExample Parse(string language, List<string> lines)
    {
        var header = lines[0].Split(';', StringSplitOptions.TrimEntries);
        var facts = header
            .Skip(1)
            .Select(fact => fact.Split('=', 2))
            .ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal);
        var expected = new List<(string, int, int)>();
        var text = Unmark(string.Join('\n', lines.Skip(1)), expected);
        var kind = header[0].Split(' ');
        return new(language, kind[0] == "good", kind[1], Describe(text, language, facts), expected);
    }

    private static string Unmark(string marked, List<(string, int, int)> expected)
    {
        var text = new StringBuilder();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] != '‹')
            {
                text.Append(marked[at]);
                continue;
            }

            var colon = marked.IndexOf(':', at);
            var end = marked.IndexOf('›', colon);
            expected.AddRange(marked[(at + 1)..colon].Split('+').Select(code => (code, text.Length, end - colon - 1)));
            text.Append(marked, colon + 1, end - colon - 1);
            at = end;
        }

        return text.ToString();
    }

    private static CourtesyText Describe(string text, string language, Dictionary<string, string> facts) =>
        new()
        {
            Text = text,
            Language = language,
            Channel = facts.GetValueOrDefault("channel") == "public" ? CourtesyChannel.Public : CourtesyChannel.Email,
            Scenario = facts.TryGetValue("scenario", out var scenario)
                ? Enum.Parse<Scenario>(scenario.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)
                : null,
            CustomerName = facts.GetValueOrDefault("name"),
            Mood = facts.GetValueOrDefault("mood") == "negative" ? CustomerMood.Negative : CustomerMood.Calm,
            CustomerContacts = facts.GetValueOrDefault("own")?.Split(',') ?? [],
            DeskContacts = ["help@desk.example"],
            Jargon = facts.GetValueOrDefault("jargon")?.Split(',') ?? [],
        };
}
