using System.Globalization;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Text;

/// <summary>A text as the tokenizer cut it, with a vocabulary that notes what it is asked.</summary>
internal sealed class ReadText : ITokenVocabulary
{
    private readonly TokenBuffer _buffer = new();
    private readonly string[] _emoticons;
    private readonly ChineseSegmenter? _segmenter;
    private readonly List<string> _words = [];
    private readonly List<string> _shorter = [];
    private readonly string _text;

    public ReadText(string text, string[]? emoticons = null, string[]? chinese = null)
    {
        _text = text;
        _emoticons = emoticons ?? [];
        _segmenter = chinese is null ? null : new ChineseSegmenter(chinese);
        Tokenizer.Tokenize(text, this, _buffer);
    }

    /// <summary>The words in the form in which they are compared, with bars between them.</summary>
    public string Words => string.Join('|', _words);

    /// <summary>The words as they were written, with bars between them.</summary>
    public string Written => string.Join('|', _buffer.Tokens.ToArray().Select(token => _text.Substring(token.Offset, token.Length)));

    /// <summary>The words with their repeated letters taken together; empty where there are none.</summary>
    public IReadOnlyList<string> Shorter => _shorter;

    public IReadOnlyList<Token> Tokens => _buffer.Tokens.ToArray();

    /// <summary>The words, with a comma between clauses and a full stop between sentences.</summary>
    public string Structure =>
        string.Concat(
            Tokens.Select(
                (token, at) =>
                    (
                        at == 0 ? ""
                        : Tokens[at - 1].Sentence != token.Sentence ? ". "
                        : Tokens[at - 1].Clause != token.Clause ? ", "
                        : " "
                    ) + _words[at]
            )
        );

    public IReadOnlyList<Sentence> Sentences => _buffer.Sentences.ToArray();

    public (int Shouted, int Cased) Shouting => _buffer.Shouting;

    /// <summary>The words with a flag.</summary>
    public string With(TokenFlags flag) => string.Join('|', _words.Where((_, at) => Tokens[at].Has(flag)));

    /// <summary>The kinds, with bars between them.</summary>
    public string Kinds => string.Join('|', Tokens.Select(token => token.Kind));

    public void AddSymbols(TokenKind kind, ReadOnlySpan<char> word, ReadOnlySpan<char> shorter, TokenBuffer buffer)
    {
        _words.Add(word.IsEmpty ? $"<{kind.ToString().ToLower(CultureInfo.InvariantCulture)}>" : word.ToString());
        _shorter.Add(shorter.ToString());
    }

    public void AddEmoticon(int symbol, TokenBuffer buffer)
    {
        _words.Add(_emoticons[symbol]);
        _shorter.Add("");
    }

    public int MatchEmoticon(ReadOnlySpan<char> text, out int symbol)
    {
        symbol = -1;
        for (var at = 0; at < _emoticons.Length; at++)
        {
            var isLonger = symbol < 0 || _emoticons[at].Length > _emoticons[symbol].Length;
            symbol = isLonger && text.StartsWith(_emoticons[at], StringComparison.OrdinalIgnoreCase) ? at : symbol;
        }

        return symbol < 0 ? 0 : _emoticons[symbol].Length;
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

    public char Simplify(char character) => character == '態' ? '态' : character;
}
