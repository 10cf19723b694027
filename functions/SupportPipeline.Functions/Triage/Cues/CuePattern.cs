using System.Globalization;

namespace SupportPipeline.Triage.Cues;

/// <summary>Reads the pattern language of cue files, docs/cues.md: one entry opens into all sequences it stands for.</summary>
internal ref struct CuePattern
{
    internal const int MaxAlternatives = 1000;
    internal const int MaxWords = 8;
    internal const int MaxGap = 8;
    internal const int MinPrefix = 3;
    internal const int MaxDepth = 10;
    private const int DefaultGap = 2;
    private const string Special = "()|\" \t";

    private readonly ReadOnlySpan<char> _text;
    private readonly CueElementKind _plain;
    private int _at;
    private int _depth;

    private CuePattern(ReadOnlySpan<char> text, CueElementKind plain)
    {
        _text = text;
        _plain = plain;
    }

    /// <summary>Opens a pattern.</summary>
    /// <param name="text">The entry without weight and comment.</param>
    /// <param name="plain">How a word without a sign matches: inflected or exact.</param>
    /// <exception cref="FormatException">The pattern is malformed; the message says how.</exception>
    public static List<List<CueElement>> Open(ReadOnlySpan<char> text, CueElementKind plain)
    {
        var pattern = new CuePattern(text, plain);
        var all = pattern.ReadAlternatives();
        if (pattern._at < text.Length)
        {
            throw new FormatException("there is a ')' without its '('");
        }

        foreach (var sequence in all)
        {
            Check(sequence);
        }

        return all;
    }

    private static void Check(List<CueElement> sequence)
    {
        var words = sequence.Count(element => element.Kind < CueElementKind.Gap);
        if (words == 0)
        {
            throw new FormatException("a phrase needs at least one word");
        }

        if (words > MaxWords)
        {
            throw new FormatException($"a phrase has at most {MaxWords} words");
        }

        if (IsGapAtEdge(sequence))
        {
            throw new FormatException("'..' stands between words");
        }

        if (sequence.FindLastIndex(element => element.Kind == CueElementKind.Start) > 0)
        {
            throw new FormatException("'^' stands at the beginning");
        }

        if (sequence.FindIndex(element => element.Kind == CueElementKind.End) is >= 0 and var end && end < sequence.Count - 1)
        {
            throw new FormatException("'$' stands at the end");
        }
    }

    /// <summary>Between the last word and the end a gap would find nothing.</summary>
    private static bool IsGapAtEdge(List<CueElement> sequence) =>
        sequence
            is [{ Kind: CueElementKind.Gap }, ..]
                or [.., { Kind: CueElementKind.Gap }]
                or [.., { Kind: CueElementKind.Gap }, { Kind: CueElementKind.End }];

    private List<List<CueElement>> ReadAlternatives()
    {
        var all = new List<List<CueElement>>();
        all.AddRange(ReadSequence());
        while (_at < _text.Length && _text[_at] == '|')
        {
            _at++;
            all.AddRange(ReadSequence());
        }

        return all.Count <= MaxAlternatives ? all : throw TooMany();
    }

    private List<List<CueElement>> ReadSequence()
    {
        List<List<CueElement>> all =
        [
            [],
        ];
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '(')
            {
                all = Combine(all, ReadGroup());
            }
            else
            {
                var element = ReadElement();
                all.ForEach(sequence => sequence.Add(element));
            }
        }

        return all;
    }

    private List<List<CueElement>> ReadGroup()
    {
        _at++;
        if (++_depth > MaxDepth)
        {
            throw new FormatException($"parentheses stand in at most {MaxDepth} others");
        }

        var inner = ReadAlternatives();
        _depth--;
        if (_at >= _text.Length)
        {
            throw new FormatException("there is a '(' without its ')'");
        }

        _at++;
        return inner;
    }

    private static List<List<CueElement>> Combine(List<List<CueElement>> left, List<List<CueElement>> right) =>
        left.Count * right.Count <= MaxAlternatives
            ? [.. left.SelectMany(_ => right, (a, b) => (List<CueElement>)[.. a, .. b])]
            : throw TooMany();

    private CueElement ReadElement()
    {
        if (_text[_at] == '"')
        {
            return ReadQuoted();
        }

        var start = _at;
        while (_at < _text.Length && !Special.Contains(_text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        var word = _text[start.._at];
        return word switch
        {
            "^" => new(CueElementKind.Start, ""),
            "$" => new(CueElementKind.End, ""),
            ['.', '.', .. var gap] => new(CueElementKind.Gap, "", ReadGap(gap)),
            ['{', .. var name, '}'] when name.Length > 0 => new(CueElementKind.Group, name.ToString()),
            ['=', .. var exact] when exact.Length > 0 => new(CueElementKind.Exact, exact.ToString()),
            [.. var prefix, '*'] when !prefix.Contains('*') => prefix.Length >= MinPrefix
                ? new(CueElementKind.Prefix, prefix.ToString())
                : throw new FormatException($"the beginning of a word has at least {MinPrefix} letters, '{word}' has fewer"),
            _ => new(_plain, word.ToString()),
        };
    }

    private CueElement ReadQuoted()
    {
        var length = _text[(_at + 1)..].IndexOf('"');
        if (length <= 0)
        {
            throw new FormatException("a quotation mark is not closed, or there is nothing in it");
        }

        var text = _text.Slice(_at + 1, length).ToString();
        _at += length + 2;
        return new(CueElementKind.Literal, text);
    }

    private static int ReadGap(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty)
        {
            return DefaultGap;
        }

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words is >= 1 and <= MaxGap
            ? words
            : throw new FormatException($"'..{digits}' is not a gap of 1 to {MaxGap} words");
    }

    private static FormatException TooMany() => new($"the phrase opens into more than {MaxAlternatives} alternatives");
}
