namespace SupportPipeline.Intake;

/// <summary>Finds what stands below a customer's words: signatures, what a phone adds, legal notices.</summary>
internal static class SignatureFinder
{
    private const int MaxBlockLines = 14;
    private const int MaxBlockLine = 120;
    private const int MaxThanksBlockLines = 8;

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
            if (LastOwn(lines, parts, end + 1) is var last && last >= start)
            {
                // Between quoted parts stand answers, and of them only the first can be a whole letter.
                MarkClosing(lines, parts, start, last);
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
            var isDelimiter = lines[i] is "-- " or "--" or "--\u00A0" || lines[i].Trim() is "—";
            var startsParagraph = i == start || string.IsNullOrWhiteSpace(lines[i - 1]);
            if ((isDelimiter && i > start) || (startsParagraph && LegalNotices.Begins(lines[i])))
            {
                Array.Fill(parts, LinePart.Signature, i, end - i + 1);
                break;
            }

            if (DeviceLines.IsCertain(lines[i]))
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
        if (DeviceLines.IsLikely(lines[end].Trim()))
        {
            Fill(lines, parts, end, end);
            end = parts[end] == LinePart.Signature ? LastOwn(lines, parts, end) : end;
        }

        if (end <= start)
        {
            return;
        }

        var block = new SignatureBlock();
        for (var i = end; i >= start && block.Lines <= MaxBlockLines; i--)
        {
            var line = lines[i].Trim();
            if (parts[i] == LinePart.Signature)
            {
                continue;
            }

            if (i > start && SignatureClosings.IsClosing(line))
            {
                // Chinese letters close in two lines, 此致 and 敬礼.
                var isPair = i - 1 > start && SignatureClosings.IsClosing(lines[i - 1].Trim());
                Fill(lines, parts, isPair ? i - 1 : i, end);
                return;
            }

            if (SignatureClosings.IsThanks(line))
            {
                if (
                    block.Lines is > 0 and <= MaxThanksBlockLines
                    && (SignaturePhrases.IsName(block.Topmost) || SignaturePhrases.IsStrokes(block.Topmost))
                )
                {
                    Fill(lines, parts, i + 1, end);
                }

                return;
            }

            if (SignaturePhrases.IsPostscript(line))
            {
                end = i - 1;
                block = new SignatureBlock();
                continue;
            }

            if (i > start && IsBegin(lines, i, start, line, block))
            {
                Fill(lines, parts, i, end);
                return;
            }

            if (line.Length > MaxBlockLine || line.AsSpan().ContainsAny('?', '？'))
            {
                return;
            }

            block.Add(line);
        }
    }

    /// <summary>A line of strokes above a short block that looks like a name or an address, or the name itself with a stroke before it.</summary>
    private static bool IsBegin(string[] lines, int i, int start, string line, SignatureBlock block)
    {
        if (SignaturePhrases.IsStrokes(line))
        {
            // Strokes of the length of the line above underline a heading.
            var isUnderline = line.Length > 3 && lines[i - 1].Trim().Length is > 0 and var length && Math.Abs(length - line.Length) <= 3;
            return block.LooksLikeSignature && !isUnderline;
        }

        // "- milk" below "- bread", or below "I need:", is an item of a list.
        var above = i - 1;
        while (above > start && string.IsNullOrWhiteSpace(lines[above]))
        {
            above--;
        }

        return block.Lines <= 4
            && SignaturePhrases.IsStrokedName(line)
            && !block.HasSentence
            && lines[above].Trim() is { Length: > 0 } before
            && before[0] != line[0]
            && before[^1] is not (':' or '：');
    }

    private static void Fill(string[] lines, LinePart[] parts, int from, int to)
    {
        var hasOwnBefore = false;
        for (var i = from - 1; i >= 0 && !hasOwnBefore; i--)
        {
            hasOwnBefore = parts[i] == LinePart.Own && !string.IsNullOrWhiteSpace(lines[i]);
        }

        for (var i = from; i <= to && hasOwnBefore; i++)
        {
            parts[i] = LinePart.Signature;
        }
    }
}
