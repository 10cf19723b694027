using System.Collections.Frozen;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>Everything the cue files say about one language, compiled. Immutable.</summary>
internal sealed class CueLexicon : ITokenVocabulary
{
    private const int MaxEmoticon = 16;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly FrozenDictionary<string, (string Prefix, int Symbol)[]>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _emoticons;
    private readonly FrozenDictionary<char, int[]> _emoticonLengths;
    private readonly FrozenDictionary<char, char> _simplified;
    private readonly int[]?[] _groupsOfSymbol;
    private readonly int[]?[] _insideSymbol;
    private readonly int[] _classes;
    private readonly ChineseSegmenter? _segmenter;
    private readonly string _language;

    public CueLexicon(CompiledCues cues)
    {
        var symbols = cues.Symbols;
        _language = cues.Language;
        _exact = Freeze(symbols.Exact);
        _stems = Freeze(symbols.Stems);
        _prefixes = symbols
            .Prefixes.GroupBy(pair => pair.Key[..Math.Min(PrefixKey, pair.Key.Length)], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key.Length).ToArray(),
                StringComparer.Ordinal
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _emoticons = Freeze(symbols.Emoticons);
        _emoticonLengths = symbols
            .Emoticons.Keys.GroupBy(text => text[0])
            .ToFrozenDictionary(group => group.Key, group => group.Select(text => text.Length).Distinct().OrderDescending().ToArray());
        _simplified = cues.Simplified.ToFrozenDictionary();
        _segmenter = cues.Segmenter;
        _classes = [.. Enumerable.Range(0, CueGroups.BuiltIn.Length).Select(symbols.OfGroup)];
        Graph = cues.Trie.Freeze(symbols.Count, gapsStopAtClauses: cues.Language == "zh");
        Groups = cues.Groups;
        _groupsOfSymbol = new int[]?[symbols.Count];
        foreach (var (symbol, of) in cues.GroupsOfSymbol)
        {
            _groupsOfSymbol[symbol] = of;
        }

        _insideSymbol = cues.Segmenter is null ? [] : Inside(symbols);
    }

    /// <summary>Chinese words are cut as long as possible: a word that is a cue still says what the shorter cues inside it say of other matters.</summary>
    private static int[]?[] Inside(CueSymbols symbols)
    {
        var inside = new int[]?[symbols.Count];
        var words = symbols.Exact.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (word, symbol) in symbols.Exact)
        {
            var found = new List<int>();
            for (var length = word.Length - 1; length > 1; length--)
            {
                for (var from = 0; from + length <= word.Length; from++)
                {
                    if (Characters.IsHan(word[from]) && words.TryGetValue(word.AsSpan(from, length), out var shorter))
                    {
                        found.Add(shorter);
                    }
                }
            }

            inside[symbol] = found.Count > 0 ? [.. found] : null;
        }

        return inside;
    }

    /// <summary>Prefixes are found by their first characters.</summary>
    private const int PrefixKey = 3;

    public string Language => _language;

    public CueGraph Graph { get; }

    public CueGroups Groups { get; }

    public void AddSymbols(TokenKind kind, ReadOnlySpan<char> word, ReadOnlySpan<char> shorter, TokenBuffer buffer)
    {
        switch (kind)
        {
            case TokenKind.Number:
                buffer.AddSymbol(_classes[0]);
                break;
            case TokenKind.Money:
                buffer.AddSymbol(_classes[0]);
                buffer.AddSymbol(_classes[1]);
                break;
            case TokenKind.Mention:
                buffer.AddSymbol(_classes[2]);
                return;
            case TokenKind.Hashtag:
                buffer.AddSymbol(_classes[3]);
                break;
            case TokenKind.Url:
                buffer.AddSymbol(_classes[4]);
                return;
        }

        if (!word.IsEmpty)
        {
            AddWord(word, buffer);
        }

        if (!shorter.IsEmpty)
        {
            AddWord(shorter, buffer);
        }
    }

    public void AddEmoticon(int symbol, TokenBuffer buffer) => AddWithGroups(symbol, buffer);

    public int MatchEmoticon(ReadOnlySpan<char> text, out int symbol)
    {
        symbol = 0;
        if (!_emoticonLengths.TryGetValue(Characters.Fold(text[0]), out var lengths))
        {
            return 0;
        }

        Span<char> folded = stackalloc char[Math.Min(text.Length, MaxEmoticon)];
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = Characters.Fold(text[at]);
        }

        foreach (var length in lengths)
        {
            if (length <= folded.Length && _emoticons.TryGetValue(folded[..length], out symbol))
            {
                return length;
            }
        }

        return 0;
    }

    public int Segment(ReadOnlySpan<char> run, Span<byte> lengths)
    {
        if (_segmenter is not null)
        {
            return _segmenter.Segment(run, lengths);
        }

        lengths[..run.Length].Fill(1);
        return run.Length;
    }

    public char Simplify(char character) => _simplified.TryGetValue(character, out var simplified) ? simplified : character;

    private void AddWord(ReadOnlySpan<char> word, TokenBuffer buffer)
    {
        if (_exact.TryGetValue(word, out var exact))
        {
            AddWithGroups(exact, buffer);
            foreach (var shorter in _segmenter is null ? [] : _insideSymbol[exact] ?? [])
            {
                AddWithGroups(shorter, buffer);
            }
        }

        var stem = CueSymbols.StemLength(word, _language);
        if (_stems.TryGetValue(word[..stem], out var inflected))
        {
            AddWithGroups(inflected, buffer);
        }

        if (_prefixes.TryGetValue(word[..Math.Min(PrefixKey, word.Length)], out var prefixes))
        {
            foreach (var (prefix, symbol) in prefixes)
            {
                if (word.StartsWith(prefix, StringComparison.Ordinal))
                {
                    AddWithGroups(symbol, buffer);
                    break;
                }
            }
        }
    }

    private void AddWithGroups(int symbol, TokenBuffer buffer)
    {
        buffer.AddSymbol(symbol);
        if (_groupsOfSymbol[symbol] is { } groups)
        {
            foreach (var group in groups)
            {
                buffer.AddSymbol(group);
            }
        }
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Freeze(Dictionary<string, int> symbols) =>
        symbols.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
