namespace SupportPipeline.Triage.Text;

/// <summary>Marks what stands between quotation marks, while a message is read.</summary>
internal struct QuotationMarks
{
    private const string Opening = "“„«「『《";
    private const string Closing = "”“»」』》";

    /// <summary>Longer than this, a forgotten mark is likelier than a quotation.</summary>
    private const int MaxQuoted = 60;

    private int _first = -1;
    private char _closedBy;
    private int _quoted;

    public QuotationMarks() { }

    public void Read(char character, ReadOnlySpan<char> text, int at, TokenBuffer buffer)
    {
        if (_first >= 0 && character == _closedBy)
        {
            Close(buffer);
            return;
        }

        var pair = Opening.IndexOf(character, StringComparison.Ordinal);
        if (pair >= 0)
        {
            (_first, _closedBy) = (buffer.Count, Closing[pair]);
        }
        else if (character is '"' or '＂' && (at == 0 || !Characters.IsWord(text[at - 1])))
        {
            (_first, _closedBy) = (buffer.Count, character);
        }
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
