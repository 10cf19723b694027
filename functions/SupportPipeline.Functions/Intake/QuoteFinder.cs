namespace SupportPipeline.Intake;

/// <summary>Finds the quoted lines of a message.</summary>
internal static class QuoteFinder
{
    /// <summary>Marks the quoted lines. True when the message forwards another one: its first quotation is introduced as forwarded.</summary>
    internal static bool Mark(string[] lines, LinePart[] parts)
    {
        var isFirstQuote = true;
        var isFirstLine = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if ((isFirstQuote && ReplySeparators.IsForward(Unquoted(line))) || (isFirstLine && ReplySeparators.IsForwardSubject(line)))
            {
                return true;
            }

            isFirstLine = false;
            if (IsQuoted(line))
            {
                parts[i] = LinePart.Quoted;
                isFirstQuote = false;
                continue;
            }

            var end = EndOfIntroduction(lines, i);
            if (end > i)
            {
                isFirstQuote = false;
                i = MarkIntroduced(lines, parts, i, end) - 1;
            }
        }

        return false;
    }

    internal static bool IsQuoted(string line) => line.AsSpan().TrimStart() is ['>' or '＞', ..];

    /// <summary>
    /// After an introduction come either lines with quotation marks, then only those are quoted and answers between them are own words; or
    /// lines without, as Outlook writes them, then nothing shows an end and the rest is quoted.
    /// </summary>
    private static int MarkIntroduced(string[] lines, LinePart[] parts, int start, int end)
    {
        var next = end;
        while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        var stop = next < lines.Length && IsQuoted(lines[next]) ? end : lines.Length;
        Array.Fill(parts, LinePart.Quoted, start, stop - start);
        return stop;
    }

    private static int EndOfIntroduction(string[] lines, int i)
    {
        if (ReplySeparators.IsReply(lines[i]))
        {
            return i + 1;
        }

        var block = HeaderBlocks.IsRule(lines[i]) ? NextNotBlank(lines, i + 1) : i;
        return block < lines.Length && HeaderBlocks.Starts(lines, block) ? block + 1 : Attributions.End(lines, i);
    }

    private static int NextNotBlank(string[] lines, int i)
    {
        var limit = Math.Min(lines.Length, i + 3);
        while (i < limit && string.IsNullOrWhiteSpace(lines[i]))
        {
            i++;
        }

        return i < limit ? i : lines.Length;
    }

    private static string Unquoted(string line) => line.TrimStart(' ', '\t', '>', '＞');
}
