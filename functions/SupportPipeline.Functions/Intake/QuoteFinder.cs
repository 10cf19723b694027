namespace SupportPipeline.Intake;

/// <summary>Finds the quoted lines of a message.</summary>
internal static class QuoteFinder
{
    /// <summary>Blank lines looked past between an introduction and what it introduces.</summary>
    private const int MaxBlanks = 4;

    /// <summary>Mailers fold at 72 to 78 characters, some a little earlier.</summary>
    private const int MinFolded = 60;

    /// <summary>
    /// Marks the quoted lines. True when the message forwards another one, that is when its first quotation is introduced as forwarded; the
    /// forwarded mail is then quoted to the end.
    /// </summary>
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

            if (isFirstQuote && ReplySeparators.IsForward(Unquoted(line)))
            {
                Array.Fill(parts, LinePart.Quoted, i, lines.Length - i);
                return true;
            }

            if (isFirstLine && ReplySeparators.IsForwardSubject(line))
            {
                return true;
            }

            isFirstLine = false;
            var introduction = IntroductionAt(lines, i);
            if (introduction.Kind != QuoteIntroductionKind.None)
            {
                isFirstQuote = false;
                i = MarkIntroduced(lines, parts, i, introduction.End) - 1;
            }
            else if (IsQuoted(line) || IsWrapped(lines, parts, i))
            {
                parts[i] = LinePart.Quoted;
                isFirstQuote = false;
            }
        }

        return false;
    }

    internal static bool IsQuoted(string line) => line.AsSpan().TrimStart() is ['>' or '＞', ..];

    internal static string Unquoted(string line) => line.TrimStart(' ', '\t', '>', '＞', '\u00A0');

    /// <summary>Whether the next line that says something is marked as quoted.</summary>
    internal static bool IsFollowedByQuote(string[] lines, int i) =>
        NextNotBlank(lines, i) is var next && next < lines.Length && IsQuoted(lines[next]);

    /// <summary>What introduces an earlier mail at a line.</summary>
    internal static QuoteIntroduction IntroductionAt(string[] lines, int i)
    {
        if (IsQuoted(lines[i]))
        {
            return GroupWise.IsIntroduction(lines[i]) && !IsFollowedByQuote(lines, i + 1)
                ? new(QuoteIntroductionKind.Separator, i, i, i + 1)
                : default;
        }

        if (ReplySeparators.IsReply(lines[i]) || Attributions.IsDrawn(lines[i]))
        {
            return new(QuoteIntroductionKind.Separator, i, i, i + 1);
        }

        var isRule = HeaderBlocks.IsRule(lines[i]);
        var block = isRule ? NextNotBlank(lines, i + 1) : i;
        if (block < lines.Length && HeaderBlocks.Starts(lines, block, isRule))
        {
            return new(QuoteIntroductionKind.Header, i, block, HeaderBlocks.Read(lines, block).End);
        }

        var end = Attributions.End(lines, i);
        return end > i ? new(QuoteIntroductionKind.Attribution, i, i, end) : default;
    }

    /// <summary>
    /// The rest of a quoted line that was folded after it had been marked: it stands directly between quoted lines, the one above is long or
    /// ends within a link, and it goes on in the middle of a sentence.
    /// </summary>
    private static bool IsWrapped(string[] lines, LinePart[] parts, int i)
    {
        if (i == 0 || i + 1 >= lines.Length || parts[i - 1] != LinePart.Quoted || !IsQuoted(lines[i - 1]) || !IsQuoted(lines[i + 1]))
        {
            return false;
        }

        var before = lines[i - 1].AsSpan().TrimEnd();
        var first = lines[i].TrimStart()[0];
        var isInLink = before.LastIndexOf("://", StringComparison.Ordinal) is var link && link > 0 && !before[link..].Contains(' ');
        var text = lines[i].AsSpan().TrimStart();
        if (text.StartsWith("(http", StringComparison.Ordinal) || text.StartsWith("<http", StringComparison.Ordinal))
        {
            return true;
        }

        return isInLink
            ? !char.IsUpper(first)
            : before.Length >= MinFolded
                && before[^1] is not ('.' or '?' or '!' or ':')
                && (char.IsLower(first) || char.IsDigit(first) || !char.IsLetter(first));
    }

    /// <summary>
    /// After an introduction come either lines with quotation marks, then only those are quoted and answers between them are own words; or
    /// lines without, as Outlook writes them, then nothing shows an end and the rest is quoted.
    /// </summary>
    private static int MarkIntroduced(string[] lines, LinePart[] parts, int start, int end)
    {
        var stop = IsFollowedByQuote(lines, end) ? end : lines.Length;
        Array.Fill(parts, LinePart.Quoted, start, stop - start);
        return stop;
    }

    private static int NextNotBlank(string[] lines, int i)
    {
        var limit = Math.Min(lines.Length, i + MaxBlanks);
        while (i < limit && string.IsNullOrWhiteSpace(lines[i]))
        {
            i++;
        }

        return i < limit ? i : lines.Length;
    }
}
