namespace SupportPipeline.Triage.Text;

/// <summary>Marks what stands between quotation marks, while a message is read.</summary>
internal struct QuotationMarks
{
    private const string Opening = "“„«「『《‘";
    private const string Closing = "”“»」』》’";

    /// <summary>Longer than this, a forgotten mark is likelier than a quotation.</summary>
    private const int MaxQuoted = 60;

    private int _first = -1;
    private char _closedBy;
    private int _single = -1;
    private int _quoted;

    public QuotationMarks() { }

    public void Read(char character, ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        if (_first >= 0 && character == _closedBy)
        {
            Close(buffer);
            return;
        }

        if (character == '\'')
        {
            ReadSingle(text, at, buffer);
            return;
        }

        var pair = Opening.IndexOf(character, StringComparison.Ordinal);
        if (pair >= 0)
        {
            // Another kind of marks inside is a quotation in the quotation.
            if (_first >= 0 && Closing[pair] != _closedBy && buffer.Count - _first <= MaxQuoted)
            {
                return;
            }

            (_first, _closedBy) = (buffer.Count, Closing[pair]);
        }
        else if (_first < 0 && character is '"' or '＂' && (at == 0 || !Characters.IsWord(text[at - 1])))
        {
            (_first, _closedBy) = (buffer.Count, character);
        }
    }

    /// <summary>Single marks are apostrophes more often than not: only one word between two of them counts.</summary>
    private void ReadSingle(ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        var isOpening = (at == 0 || !Characters.IsWord(text[at - 1])) && at + 1 < text.Length && Characters.IsWord(text[at + 1]);
        if (!isOpening && _single >= 0 && buffer.Count - _single == 1 && buffer.Tokens[_single].End == at)
        {
            buffer.Tokens[_single].Flags |= TokenFlags.ScareQuoted;
        }

        _single = isOpening ? buffer.Count : -1;
    }

    private void Close(TokenBuffer buffer)
    {
        var tokens = buffer.Tokens[_first..];
        if (tokens.Length == 1)
        {
            tokens[0].Flags |= TokenFlags.ScareQuoted;
        }
        else if (tokens.Length <= MaxQuoted)
        {
            foreach (ref var token in tokens)
            {
                token.Flags |= TokenFlags.Quoted;
            }

            _quoted += tokens.Length;
        }

        _first = -1;
    }

    /// <summary>A message that is nothing but a quotation is the customer's own.</summary>
    public readonly void Finish(TokenBuffer buffer)
    {
        if (_quoted == 0 || _quoted * 5 < buffer.Count * 4)
        {
            return;
        }

        foreach (ref var token in buffer.Tokens)
        {
            token.Flags &= ~TokenFlags.Quoted;
        }
    }
}
