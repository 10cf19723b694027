using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>Numbers for everything a pattern can name: words, stems, beginnings of words, emoticons, groups.</summary>
internal sealed class CueSymbols
{
    private readonly CueGroups _groups;
    private readonly Dictionary<int, int> _ofGroup = [];
    private int _count;

    public CueSymbols(CueGroups groups)
    {
        _groups = groups;
        foreach (var index in Enumerable.Range(0, CueGroups.BuiltIn.Length))
        {
            OfGroup(index);
        }
    }

    public Dictionary<string, int> Exact { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Stems { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Prefixes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Emoticons { get; } = new(StringComparer.Ordinal);

    public int Count => _count;

    /// <summary>The symbol of a group.</summary>
    public int OfGroup(int group)
    {
        _ = _groups.Names[group];
        return _ofGroup.TryGetValue(group, out var symbol) ? symbol : _ofGroup[group] = _count++;
    }

    /// <summary>Adds a word, normalised.</summary>
    public int Add(CueElementKind kind, string word, string language) =>
        kind switch
        {
            CueElementKind.Prefix => Add(Prefixes, word),
            CueElementKind.Inflected => Add(Stems, word[..StemLength(word, language)]),
            _ => Add(Exact, word),
        };

    public int AddEmoticon(string text) => Add(Emoticons, text.ToLowerInvariant());

    /// <summary>Whether a quoted part is an emoticon rather than words.</summary>
    public static bool IsEmoticon(string text) =>
        text.Any(character =>
            character < 128
                ? char.IsAsciiDigit(character) is false
                    && (char.IsPunctuation(character) || char.IsSymbol(character))
                    && character is not ('\'' or '-')
                : IsDrawn(character)
        ) && !IsMasked(text);

    /// <summary>The length of the part of a word that all its inflections share.</summary>
    public static int StemLength(ReadOnlySpan<char> word, string language) =>
        language switch
        {
            "en" => IsLatin(word[0]) ? EnglishStemmer.StemLength(word) : word.Length,
            "ru" => word[0] is >= 'а' and <= 'я' ? RussianStemmer.StemLength(word)
            : IsLatin(word[0]) ? EnglishStemmer.StemLength(word)
            : word.Length,
            _ => word.Length,
        };

    private static bool IsLatin(char character) => character is >= 'a' and <= 'z';

    /// <summary>Drawn faces use letters and signs of far-away scripts; pictographs are words of their own.</summary>
    private static bool IsDrawn(char character) =>
        !char.IsSurrogate(character)
        && !Characters.IsPictograph(character)
        && !Characters.IsInvisible(character)
        && (char.IsSymbol(character) || char.IsPunctuation(character));

    /// <summary>"f***": letters and asterisks, beginning with a letter.</summary>
    private static bool IsMasked(string text) =>
        char.IsLetter(text[0]) && text.All(character => char.IsLetter(character) || character == '*');

    private int Add(Dictionary<string, int> symbols, string text) =>
        symbols.TryGetValue(text, out var symbol) ? symbol : symbols[text] = _count++;
}
