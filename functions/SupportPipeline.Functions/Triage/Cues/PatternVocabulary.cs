using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>Reads the words of a pattern with the tokenizer that reads messages, so that both are cut and normalised alike.</summary>
internal sealed class PatternVocabulary : ITokenVocabulary
{
    private readonly List<string> _words = [];

    private PatternVocabulary() { }

    /// <summary>The words of a text, normalised.</summary>
    public static List<string> Read(string text)
    {
        var vocabulary = new PatternVocabulary();
        Tokenizer.Tokenize(text, vocabulary, new TokenBuffer());
        return vocabulary._words;
    }

    public void AddSymbols(TokenKind kind, ReadOnlySpan<char> word, ReadOnlySpan<char> shorter, TokenBuffer buffer)
    {
        if (!word.IsEmpty)
        {
            _words.Add(word.ToString());
        }
    }

    public void AddEmoticon(int symbol, TokenBuffer buffer) { }

    public int MatchEmoticon(ReadOnlySpan<char> text, out int symbol)
    {
        symbol = 0;
        return 0;
    }

    public int Segment(ReadOnlySpan<char> run, Span<byte> lengths)
    {
        lengths[0] = (byte)run.Length;
        return 1;
    }

    public char Simplify(char character) => character;
}
