using System.Collections.Frozen;
using SupportPipeline.Platform;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>The compiled cue files of the courtesy check and its suggestions. Immutable.</summary>
internal sealed class CourtesyLexicon
{
    private const string Prefix = "CourtesyCues/";

    private readonly FrozenDictionary<string, CueLexicon> _cues;
    private readonly FrozenDictionary<string, FrozenDictionary<CourtesyCode, string>> _suggestions;

    /// <summary>Compiles.</summary>
    /// <param name="courtesy">The files of the courtesy check.</param>
    /// <param name="triage">Triage's files: its bad language, its Chinese words and its table of traditional characters are used too.</param>
    /// <exception cref="CueFormatException">A file cannot be read, names something unknown, or a suggestion is missing.</exception>
    public CourtesyLexicon(IReadOnlyList<CueSource> courtesy, IReadOnlyList<CueSource> triage)
    {
        var problems = new List<string>();
        var used = triage.Where(IsUsed).ToList();
        var sources = courtesy.Concat(used).ToList();
        _cues = CueSource.Languages.ToFrozenDictionary(
            language => language,
            language => CueLexiconBuilder.Build(language, sources, problems),
            StringComparer.Ordinal
        );

        // Triage's files name groups of files that are not used here; triage checks them as a whole.
        problems.RemoveAll(problem => used.Exists(file => problem.StartsWith(file.Name + ":", StringComparison.Ordinal)));
        CheckNames(courtesy, problems);
        _suggestions = TemplateCatalog.Languages.ToFrozenDictionary(
            language => language,
            language => ReadSuggestions(language, courtesy, problems),
            StringComparer.Ordinal
        );
        if (problems.Count > 0)
        {
            throw new CueFormatException([.. problems.Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>The files of this assembly.</summary>
    public static CourtesyLexicon BuiltIn() => new(CueSource.BuiltIn(Prefix), CueSource.BuiltIn());

    /// <summary>Whether texts in a language can be checked.</summary>
    public bool Knows(string language) => _suggestions.ContainsKey(language);

    /// <summary>The cues of a language; both forms of Chinese share theirs.</summary>
    public CueLexicon CuesOf(string language) => _cues[FolderOf(language)];

    /// <summary>What to write instead.</summary>
    public string SuggestionOf(CourtesyCode code, string language) => _suggestions[language][code];

    private static string FolderOf(string language) => language.StartsWith("zh", StringComparison.Ordinal) ? "zh" : language;

    /// <summary>Insults are in files of these names, whatever the language.</summary>
    private static bool IsUsed(CueSource source) =>
        source.Name.EndsWith(".txt", StringComparison.Ordinal)
        || source.Name.Contains("insult", StringComparison.Ordinal)
        || source.Name.Contains("conduct", StringComparison.Ordinal);

    private static void CheckNames(IEnumerable<CueSource> courtesy, List<string> problems)
    {
        foreach (var file in courtesy.Where(file => file.Name.EndsWith(CueSource.Extension, StringComparison.Ordinal)))
        {
            var groups = new CueGroups();
            foreach (var entry in CueFile.Read(file, groups, []))
            {
                problems.AddRange(
                    from effect in entry.Effects
                    where
                        effect.Layer == CueLayer.Courtesy && !CourtesyCues.All.Contains(groups.Names[effect.Label], StringComparer.Ordinal)
                    select $"{entry.Source}: '{groups.Names[effect.Label]}' is nothing the courtesy check looks for."
                );
            }
        }
    }

    private static FrozenDictionary<CourtesyCode, string> ReadSuggestions(
        string language,
        IReadOnlyList<CueSource> courtesy,
        List<string> problems
    )
    {
        var name = $"{FolderOf(language)}/suggestions-{language}.txt";
        var codes = Enum.GetValues<CourtesyCode>().ToDictionary(KebabCase.NameOf, code => code, StringComparer.Ordinal);
        var suggestions = new Dictionary<CourtesyCode, string>();
        var lines = courtesy.FirstOrDefault(file => file.Name == name)?.Text.ReplaceLineEndings("\n").Split('\n') ?? [];
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (
                line.Split(" = ", 2) is [var key, var text]
                && codes.TryGetValue(key, out var code)
                && suggestions.TryAdd(code, text.Trim())
            )
            {
                continue;
            }

            problems.Add($"{name}: '{line}' is not 'code = suggestion', or stands there twice.");
        }

        problems.AddRange(codes.Where(code => !suggestions.ContainsKey(code.Value)).Select(code => $"{name}: there is no '{code.Key}'."));
        return suggestions.ToFrozenDictionary();
    }
}
