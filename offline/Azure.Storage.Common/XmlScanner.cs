namespace Azure.Storage;

/// <summary>
/// Reads the plain XML of the storage services forward, straight from UTF-8, without copying: elements, attributes, text,
/// the five named entities, character references, CDATA. Answers are small and frequent, an <c>XmlReader</c> is neither.
/// </summary>
internal ref struct XmlScanner
{
    private ReadOnlySpan<byte> _rest;
    private bool _endIsPending;

    public XmlScanner(ReadOnlySpan<byte> utf8) => _rest = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    public enum Node
    {
        None,
        Start,
        End,
        Text,
    }

    /// <summary>What <see cref="Read"/> found.</summary>
    public Node Kind { get; private set; }

    /// <summary>The element's name.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>What stands between an element's name and its end, as written.</summary>
    public ReadOnlySpan<byte> Attributes { get; private set; }

    /// <summary>A text, with entities resolved.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next node.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="FormatException">This is not XML.</exception>
    public bool Read()
    {
        if (_endIsPending)
        {
            _endIsPending = false;
            Kind = Node.End;
            return true;
        }

        while (!_rest.IsEmpty)
        {
            if (_rest[0] != '<')
            {
                return ReadText();
            }

            if (_rest.StartsWith("<![CDATA["u8))
            {
                _rest = _rest[9..];
                Value = TakeUntil("]]>"u8);
                Kind = Node.Text;
                return true;
            }

            if (_rest.StartsWith("<?"u8))
            {
                TakeUntil("?>"u8);
            }
            else if (_rest.StartsWith("<!--"u8))
            {
                TakeUntil("-->"u8);
            }
            else
            {
                return ReadTag();
            }
        }

        Kind = Node.None;
        return false;
    }

    /// <summary>Is this the beginning of an element of that name?</summary>
    public readonly bool IsStart(scoped ReadOnlySpan<byte> name) => Kind == Node.Start && Name.SequenceEqual(name);

    /// <summary>From the beginning of an element to the next child's beginning; false at the element's own end.</summary>
    public bool ReadChild()
    {
        while (Read())
        {
            if (Kind != Node.Text)
            {
                return Kind == Node.Start;
            }
        }

        return false;
    }

    /// <summary>From the beginning of an element to its end; gives the text in it and skips elements in it.</summary>
    public ReadOnlySpan<byte> ReadContent()
    {
        ReadOnlySpan<byte> content = default;
        for (var depth = 1; depth > 0 && Read(); )
        {
            switch (Kind)
            {
                case Node.Start:
                    depth++;
                    break;
                case Node.End:
                    depth--;
                    break;
                default:
                    content = content.IsEmpty ? Value : (byte[])[.. content, .. Value];
                    break;
            }
        }

        return content;
    }

    private bool ReadText()
    {
        var end = _rest.IndexOf((byte)'<');
        var raw = end < 0 ? _rest : _rest[..end];
        _rest = _rest[raw.Length..];
        Value = raw.Contains((byte)'&') ? XmlEntities.Resolve(raw) : raw;
        Kind = Node.Text;
        return true;
    }

    private bool ReadTag()
    {
        var tag = _rest[1..TagEnd(_rest)];
        _rest = _rest[(tag.Length + 2)..];
        if (!tag.IsEmpty && tag[0] == '/')
        {
            Name = tag[1..].TrimEnd(" \t\r\n"u8);
            Kind = Node.End;
            return true;
        }

        if (!tag.IsEmpty && tag[^1] == '/')
        {
            _endIsPending = true;
            tag = tag[..^1];
        }

        var nameEnd = tag.IndexOfAny(" \t\r\n"u8);
        Name = nameEnd < 0 ? tag : tag[..nameEnd];
        Attributes = tag[Name.Length..];
        Kind = Node.Start;
        return true;
    }

    private static int TagEnd(ReadOnlySpan<byte> text)
    {
        byte quote = 0;
        for (var at = 1; at < text.Length; at++)
        {
            var letter = text[at];
            if (quote != 0)
            {
                quote = letter == quote ? (byte)0 : quote;
            }
            else if (letter is (byte)'"' or (byte)'\'')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at;
            }
        }

        throw new FormatException("The answer of the storage service is not XML: a tag does not end.");
    }

    private ReadOnlySpan<byte> TakeUntil(scoped ReadOnlySpan<byte> terminator)
    {
        var end = _rest.IndexOf(terminator);
        if (end < 0)
        {
            throw new FormatException("The answer of the storage service is not XML: it ends in a comment, instruction or CDATA.");
        }

        var taken = _rest[..end];
        _rest = _rest[(end + terminator.Length)..];
        return taken;
    }
}
