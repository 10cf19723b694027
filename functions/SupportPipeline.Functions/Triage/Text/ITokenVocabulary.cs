namespace SupportPipeline.Triage.Text;

/// <summary>What the tokenizer asks a language's words for: one answer for messages, another for the patterns of cue files.</summary>
internal interface ITokenVocabulary
{
    /// <summary>Adds the symbols by which cues know a token.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="word">Its text, lower case and normalised.</param>
    /// <param name="shorter">The same with repeated letters taken together, or empty.</param>
    /// <param name="buffer">Where to.</param>
    void AddSymbols(TokenKind kind, ReadOnlySpan<char> word, ReadOnlySpan<char> shorter, TokenBuffer buffer);

    /// <summary>Adds an emoticon's symbol, and those of the groups it belongs to.</summary>
    void AddEmoticon(int symbol, TokenBuffer buffer);

    /// <summary>The length of the emoticon at the beginning of a text, or 0.</summary>
    int MatchEmoticon(ReadOnlySpan<char> text, out int symbol);

    /// <summary>Cuts a run of Chinese characters, at most <see cref="ChineseSegmenter.MaxRun"/>, into words.</summary>
    /// <param name="run">The characters, in simplified form.</param>
    /// <param name="lengths">Receives the lengths of the words.</param>
    /// <returns>How many words there are.</returns>
    int Segment(ReadOnlySpan<char> run, Span<byte> lengths);

    /// <summary>The simplified form of a character.</summary>
    char Simplify(char character);
}
