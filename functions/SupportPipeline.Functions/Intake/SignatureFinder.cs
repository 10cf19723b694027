namespace SupportPipeline.Intake;

/// <summary>Finds what stands below a customer's words: signatures, what a phone adds, legal notices.</summary>
internal static class SignatureFinder
{
    private const int MaxBlockLines = 10;
    private const int MaxBlockLine = 100;
    private const int MaxThanksBlockLines = 6;

    /// <summary>Marks signature lines among the own ones; between quoted parts each piece of own text may have its own.</summary>
    internal static void Mark(string[] lines, LinePart[] parts)
    {
        var lastOwn = LastOwn(lines, parts, lines.Length);
        for (var end = lastOwn; end >= 0; )
        {
            var start = end;
            while (start > 0 && parts[start - 1] == LinePart.Own)
            {
                start--;
            }

            MarkPiece(lines, parts, start, end);
            if (end == lastOwn)
            {
                MarkClosing(lines, parts, start, LastOwn(lines, parts, end + 1));
            }

            end = LastOwn(lines, parts, start);
        }
    }

    private static int LastOwn(string[] lines, LinePart[] parts, int before)
    {
        var i = before - 1;
        while (i >= 0 && (parts[i] != LinePart.Own || string.IsNullOrWhiteSpace(lines[i])))
        {
            i--;
        }

        return i;
    }

    private static void MarkPiece(string[] lines, LinePart[] parts, int start, int end)
    {
        for (var i = start; i <= end; i++)
        {
            // RFC 3676, 4.3: two dashes and a space; many mailers lose the space.
            var isDelimiter = lines[i] is "-- " or "--" || lines[i].Trim() is "—";
            var startsParagraph = i == start || string.IsNullOrWhiteSpace(lines[i - 1]);
            if ((isDelimiter && i > start) || (startsParagraph && SignaturePhrases.IsLegalNotice(lines[i])))
            {
                Array.Fill(parts, LinePart.Signature, i, end - i + 1);
                return;
            }

            if (SignaturePhrases.IsDeviceLine(lines[i]))
            {
                parts[i] = LinePart.Signature;
            }
        }
    }

    /// <summary>
    /// A closing and the short block under it, at the very end. Thanks stay own words, they say something; only the name under them goes.
    /// What follows as a postscript is own too, and a block that asks something is no signature.
    /// </summary>
    private static void MarkClosing(string[] lines, LinePart[] parts, int start, int end)
    {
        var count = 0;
        var topmost = "";
        for (var i = end; i >= start && count <= MaxBlockLines; i--)
        {
            var line = lines[i].Trim();
            if (SignaturePhrases.IsClosing(line) && i > start)
            {
                // Chinese letters close in two lines, 此致 and 敬礼.
                var isPair = i - 1 > start && SignaturePhrases.IsClosing(lines[i - 1].Trim());
                Fill(lines, parts, isPair ? i - 1 : i, end);
                return;
            }

            if (SignaturePhrases.IsThanks(line))
            {
                if (count is > 0 and <= MaxThanksBlockLines && SignaturePhrases.IsName(topmost))
                {
                    Fill(lines, parts, i + 1, end);
                }

                return;
            }

            if (SignaturePhrases.IsPostscript(line))
            {
                end = i - 1;
                count = 0;
                topmost = "";
                continue;
            }

            if (line.Length > MaxBlockLine || line.Contains('?', StringComparison.Ordinal) || line.Contains('？', StringComparison.Ordinal))
            {
                return;
            }

            count += line.Length > 0 ? 1 : 0;
            topmost = line.Length > 0 ? line : topmost;
        }
    }

    private static void Fill(string[] lines, LinePart[] parts, int from, int to)
    {
        var hasOwnBefore = Enumerable.Range(0, from).Any(i => parts[i] == LinePart.Own && !string.IsNullOrWhiteSpace(lines[i]));
        for (var i = from; i <= to && hasOwnBefore; i++)
        {
            parts[i] = LinePart.Signature;
        }
    }
}
