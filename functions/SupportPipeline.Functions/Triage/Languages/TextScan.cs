using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SupportPipeline.Triage.Languages;

/// <summary>One pass over a text: counts its letters by script and hands its words to the languages of their script.</summary>
internal ref struct TextScan
{
    /// <summary>Longer words are cut: they are compounds, whose beginning tells enough, or no words.</summary>
    private const int MaxWord = 40;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0\u2003\u2009\u3000");

    private readonly Span<char> _word;
    private LetterCounts _counts;
    private LanguageTally _latin;
    private LanguageTally _cyrillic;
    private LanguageTally _arabic;
    private WritingScript _script;
    private int _length;
    private bool _isCapital;
    private int _letters;

    /// <summary>A scan that has read nothing.</summary>
    /// <param name="word">Room for a word: <see cref="Room"/> characters.</param>
    internal TextScan(Span<char> word)
    {
        _word = word;
        _word[0] = SequenceStatistics.Edge;
    }

    internal static int Room => MaxWord + 2;

    [UnscopedRef]
    internal readonly ref readonly LanguageTally Latin => ref _latin;

    [UnscopedRef]
    internal readonly ref readonly LanguageTally Cyrillic => ref _cyrillic;

    [UnscopedRef]
    internal readonly ref readonly LanguageTally Arabic => ref _arabic;

    /// <summary>Chinese characters by the way of writing that they belong to.</summary>
    internal HanCounts Han { get; private set; }

    internal readonly int Of(WritingScript script) => _counts[(int)script];

    /// <summary>Reads until enough letters were seen.</summary>
    internal void Read(ReadOnlySpan<char> text, int enough)
    {
        while (_letters < enough && !text.IsEmpty)
        {
            var end = text.IndexOfAny(Blanks);
            var part = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (!part.IsEmpty)
            {
                ReadPart(part, WebAddresses.IsIn(part), enough);
            }
        }
    }

    private void ReadPart(ReadOnlySpan<char> part, bool isAddress, int enough)
    {
        // A hashtag, or what follows a dot inside a part ("shop.example", "photo.jpg"), is no word of the sentence.
        var isSkipped = false;
        foreach (var c in part)
        {
            var script = WritingScripts.Of(c);
            if (script is WritingScript.Mark || (c is '\'' or '’' && _length > 0))
            {
                Append(script is WritingScript.Mark ? default : '\'');
                continue;
            }

            if (script != _script)
            {
                Flush();
            }

            if (script is WritingScript.None)
            {
                isSkipped = c == '#' || (c == '.' && _script is WritingScript.Latin) || (isSkipped && (char.IsAsciiDigit(c) || c == '_'));
                _script = script;
                continue;
            }

            _script = script;
            if (script is WritingScript.Latin && (isAddress || isSkipped))
            {
                continue;
            }

            isSkipped = false;
            Letter(c, script);
            if (++_letters >= enough)
            {
                break;
            }
        }

        Flush();
        _script = WritingScript.None;
    }

    private void Letter(char c, WritingScript script)
    {
        _counts[(int)script]++;
        if (script is WritingScript.Han)
        {
            Han = Han.With(c);
        }
        else if (script <= WritingScript.Arabic)
        {
            var small = Small(c);
            _isCapital = _length == 0 ? small != c : _isCapital;
            Append(small);
        }
    }

    private static char Small(char c) =>
        c switch
        {
            <= 'Z' and >= 'A' => (char)(c | 0x20),
            < '\u0080' => c,
            'İ' => 'i',
            >= '\uFF21' and <= '\uFF5A' => (char)((c - 0xFEE0) | 0x20),
            _ => char.ToLowerInvariant(c),
        };

    private void Append(char c)
    {
        // "soooo goooood": nobody writes three of a letter but for the feeling.
        var isThird = _length >= 2 && _word[_length] == c && _word[_length - 1] == c;
        if (c != default && _length < MaxWord && !isThird)
        {
            _word[++_length] = c;
        }
    }

    private void Flush()
    {
        while (_length > 0 && _word[_length] == '\'')
        {
            _length--;
        }

        if (_length == 0)
        {
            return;
        }

        _word[_length + 1] = SequenceStatistics.Edge;
        var framed = _word[..(_length + 2)];
        _length = 0;
        switch (_script)
        {
            case WritingScript.Latin:
                LanguageGroup.Latin.Score(framed, _isCapital, ref _latin);
                break;
            case WritingScript.Cyrillic:
                LanguageGroup.Cyrillic.Score(framed, _isCapital, ref _cyrillic);
                break;
            default:
                LanguageGroup.Arabic.Score(framed, _isCapital, ref _arabic);
                break;
        }
    }

    [InlineArray(WritingScripts.Count)]
    private struct LetterCounts
    {
        private int _first;
    }
}
