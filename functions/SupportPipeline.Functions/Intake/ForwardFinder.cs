namespace SupportPipeline.Intake;

/// <summary>Takes a forwarded mail out of the mail that carries it, in time proportional to the length of that mail.</summary>
internal static class ForwardFinder
{
    private const int MaxBlanks = 4;

    /// <summary>
    /// A mail forwards another when what it carries is introduced as forwarded, or when its subject says so and anything introduces an
    /// earlier mail: Outlook prints the same header above what it answers and what it passes on. Only the first introduction counts: what
    /// stands deeper was forwarded by somebody else, earlier.
    /// </summary>
    /// <returns>Null when the mail forwards none.</returns>
    internal static ForwardedMail? Find(string subject, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isBySubject = ForwardSubjects.IsForward(subject);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].TrimEnd('\r');
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (ReplySeparators.IsForward(QuoteFinder.Unquoted(lines[i]), out var tail))
            {
                return Read(lines, i, i + 1, tail, Attributions.Unknown);
            }

            if (QuoteFinder.IsQuoted(lines[i]))
            {
                var isSeparator = ReplySeparators.IsReply(QuoteFinder.Unquoted(lines[i]));
                return isBySubject && (isSeparator || HeaderNames.RoleOf(QuoteFinder.Unquoted(lines[i]), out _) != HeaderRole.None)
                    ? Read(lines, i, isSeparator ? i + 1 : i, "", Attributions.Unknown)
                    : null;
            }

            if (QuoteFinder.IntroductionAt(lines, i) is { Kind: not QuoteIntroductionKind.None } found)
            {
                return isBySubject ? Read(lines, found) : null;
            }
        }

        return null;
    }

    private static ForwardedMail Read(string[] lines, QuoteIntroduction found) =>
        found.Kind switch
        {
            QuoteIntroductionKind.Header => Read(lines, found.Start, found.Header, "", Attributions.Unknown),
            QuoteIntroductionKind.Attribution => Read(
                lines,
                found.Start,
                found.End,
                "",
                Attributions.Origin(string.Join(' ', lines[found.Start..found.End].Select(line => line.Trim())))
            ),
            _ => Read(lines, found.Start, found.End, "", Attributions.Unknown),
        };

    private static ForwardedMail Read(string[] lines, int start, int next, string tail, QuotedHeader origin)
    {
        var isHeaderBehind = tail.Length > 0 && HeaderNames.RoleOf(tail, out _) != HeaderRole.None;
        var rest = isHeaderBehind ? [.. HeaderNames.Separate(tail), .. lines[next..]] : lines[next..];
        Unquote(rest);
        var first = FirstNotBlank(rest);
        var header = origin with { End = 0 };
        if (first < rest.Length && HeaderNames.RoleOf(rest[first], out _) != HeaderRole.None)
        {
            if (HeaderNames.Separate(rest[first]) is { Count: >= 3 } parts)
            {
                rest = [.. parts, .. rest[(first + 1)..]];
                first = 0;
            }

            header = HeaderBlocks.Read(rest, first);
        }
        else if (first < rest.Length && origin.From is null && Attributions.End(rest, first) is var end && end > first)
        {
            header = Attributions.Origin(string.Join(' ', rest[first..end].Select(line => line.Trim()))) with { End = end };
        }

        var sender = SenderText.Read(header.From);
        return new(
            sender.Name,
            sender.Address,
            NullIfEmpty(header.Subject),
            NullIfEmpty(header.Date),
            Body(rest, header.End),
            Comment(lines, start)
        );
    }

    private static int FirstNotBlank(string[] lines)
    {
        var i = 0;
        while (i < lines.Length && i < MaxBlanks && string.IsNullOrWhiteSpace(lines[i]))
        {
            i++;
        }

        return i;
    }

    // Apple Mail quotes all of it, header included.
    private static void Unquote(string[] lines)
    {
        var first = FirstNotBlank(lines);
        if (first >= lines.Length || !QuoteFinder.IsQuoted(lines[first]))
        {
            return;
        }

        for (var i = first; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart();
            lines[i] =
                line is ['>' or '＞', ' ', ..] ? line[2..].ToString()
                : line is ['>' or '＞', ..] ? line[1..].ToString()
                : lines[i];
        }
    }

    private static string Body(string[] lines, int from)
    {
        var end = lines.Length;
        for (var i = from; i < lines.Length; i++)
        {
            if (ReplySeparators.IsForwardEnd(lines[i]))
            {
                end = i;
                break;
            }
        }

        // Missive quotes the body and not the header above it.
        var body = lines[from..end];
        if (body.All(line => string.IsNullOrWhiteSpace(line) || QuoteFinder.IsQuoted(line)))
        {
            Unquote(body);
        }

        return string.Join('\n', body).Trim();
    }

    private static string Comment(string[] lines, int end) => string.Join('\n', lines[..end]).Trim();

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
