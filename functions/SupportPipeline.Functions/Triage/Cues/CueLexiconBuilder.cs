using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>Compiles the entries of one language into a <see cref="CueLexicon"/>.</summary>
internal sealed class CueLexiconBuilder
{
    private const string WordList = "zh/words.txt";
    private const string TraditionalTable = "zh/traditional.txt";

    private readonly string _language;
    private readonly CueGroups _groups = new();
    private readonly List<string> _problems = [];
    private readonly CueSymbols _symbols;
    private readonly CueTrie _trie = new();
    private readonly HashSet<string> _chinese = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _groupsOfSymbol = [];
    private readonly Dictionary<string, string> _namedGroups = new(StringComparer.Ordinal);

    private CueLexiconBuilder(string language)
    {
        _language = language;
        _symbols = new CueSymbols(_groups);
    }

    /// <summary>Compiles.</summary>
    /// <param name="language"><c>en</c>, <c>ru</c> or <c>zh</c>; <c>any</c> for what all languages share.</param>
    /// <param name="sources">All files of all languages, the built-in ones first.</param>
    /// <param name="problems">Receives what is wrong, with file and line.</param>
    public static CueLexicon Build(string language, IEnumerable<CueSource> sources, List<string> problems)
    {
        var builder = new CueLexiconBuilder(language);
        var files = sources.Where(source => source.Language == CueSource.Any || source.Language == language).ToList();
        foreach (var file in files.Where(file => file.Name.EndsWith(CueSource.Extension, StringComparison.Ordinal)))
        {
            foreach (var entry in CueFile.Read(file, builder._groups, builder._problems))
            {
                builder.Add(entry);
            }
        }

        var traditional = builder.ReadTable(files.Where(file => file.Name.EndsWith(TraditionalTable, StringComparison.Ordinal)));
        builder.ReadWords(files.Where(file => file.Name.EndsWith(WordList, StringComparison.Ordinal)));
        builder.CheckGroups();
        problems.AddRange(builder._problems);
        return new CueLexicon(
            new()
            {
                Language = language,
                Symbols = builder._symbols,
                Trie = builder._trie,
                GroupsOfSymbol = builder._groupsOfSymbol.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
                Groups = builder._groups,
                Segmenter = language == "zh" ? new ChineseSegmenter(builder._chinese) : null,
                Simplified = traditional,
            }
        );
    }

    private void Add(CueEntry entry)
    {
        foreach (var sequence in entry.Sequences)
        {
            try
            {
                AddSequence(Compile(sequence, entry.Source), entry);
            }
            catch (FormatException exception)
            {
                _problems.Add($"{entry.Source}: {exception.Message}.");
                return;
            }
        }
    }

    private void AddSequence(List<int> sequence, CueEntry entry)
    {
        foreach (var layer in entry.Effects.GroupBy(effect => effect.Layer))
        {
            if (layer.Key == CueLayer.Group && sequence.Count == 1)
            {
                foreach (var effect in layer)
                {
                    var groups = _groupsOfSymbol.TryGetValue(sequence[0], out var known) ? known : _groupsOfSymbol[sequence[0]] = [];
                    groups.Add(_symbols.OfGroup(effect.Label));
                }
            }

            _trie.Add(sequence, new CueSense(layer.Key, [.. layer], entry.Source, entry.FromFolder));
        }
    }

    private List<int> Compile(List<CueElement> sequence, string source)
    {
        var compiled = new List<int>(sequence.Count);
        foreach (var element in sequence)
        {
            switch (element.Kind)
            {
                case CueElementKind.Gap:
                    compiled.Add(CueTrie.Gap(element.Words));
                    break;
                case CueElementKind.Start:
                    compiled.Add(CueTrie.Start);
                    break;
                case CueElementKind.End:
                    compiled.Add(CueTrie.End);
                    break;
                case CueElementKind.Group:
                    _namedGroups.TryAdd(element.Text, source);
                    compiled.Add(_symbols.OfGroup(_groups.IndexOf(element.Text)));
                    break;
                default:
                    CompileWords(element, compiled);
                    break;
            }
        }

        return compiled;
    }

    private void CompileWords(CueElement element, List<int> compiled)
    {
        if (CueSymbols.IsEmoticon(element.Text))
        {
            if (element.Kind != CueElementKind.Literal && !element.Text.Any(char.IsLetterOrDigit))
            {
                throw new FormatException($"'{element.Text}' is a sign that needs quotation marks");
            }

            compiled.Add(_symbols.AddEmoticon(element.Text));
            return;
        }

        var words = PatternVocabulary.Read(element.Text);
        if (words.Count == 0)
        {
            throw new FormatException($"there is no word in '{element.Text}'");
        }

        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (_language == "zh" && Characters.IsHan(word[0]))
            {
                _chinese.Add(word);
            }

            // Of a word that is cut at a hyphen only the last part is a prefix.
            var kind = element.Kind == CueElementKind.Prefix && index < words.Count - 1 ? CueElementKind.Exact : element.Kind;
            compiled.Add(_symbols.Add(kind, word, _language));
        }
    }

    /// <summary>A group that is named but has no words is a slip of the pen. What all languages share may name groups that only some have.</summary>
    private void CheckGroups()
    {
        var filled = _groupsOfSymbol.Values.SelectMany(groups => groups).ToHashSet();
        foreach (var (name, source) in _namedGroups.Where(named => !named.Value.StartsWith(CueSource.Any, StringComparison.Ordinal)))
        {
            if (!CueGroups.BuiltIn.Contains(name, StringComparer.Ordinal) && !filled.Contains(_symbols.OfGroup(_groups.IndexOf(name))))
            {
                _problems.Add($"{source}: there is no word in the group '{name}'.");
            }
        }
    }

    private Dictionary<char, char> ReadTable(IEnumerable<CueSource> files)
    {
        var table = new Dictionary<char, char>();
        foreach (var (line, source) in Lines(files))
        {
            if (line is [var traditional, '=', var simplified])
            {
                table[traditional] = simplified;
            }
            else
            {
                _problems.Add($"{source}: '{line}' is not two characters with '=' between them.");
            }
        }

        return table;
    }

    private void ReadWords(IEnumerable<CueSource> files)
    {
        foreach (var (line, _) in Lines(files))
        {
            _chinese.Add(line);
        }
    }

    private static IEnumerable<(string Line, string Source)> Lines(IEnumerable<CueSource> files)
    {
        foreach (var file in files)
        {
            var number = 0;
            foreach (var raw in file.Text.ReplaceLineEndings("\n").Split('\n'))
            {
                number++;
                var line = raw.Trim();
                if (line.Length > 0 && line[0] != '#')
                {
                    yield return (line, $"{file.Name}:{number}");
                }
            }
        }
    }
}
