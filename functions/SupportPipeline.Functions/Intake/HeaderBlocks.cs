namespace SupportPipeline.Intake;

/// <summary>The header of an earlier mail as it is printed above that mail.</summary>
/// <param name="From">What stands behind From; null when there is none.</param>
/// <param name="Date">The date as it is written.</param>
/// <param name="Subject">The subject.</param>
/// <param name="End">The line after the header.</param>
internal sealed record QuotedHeader(string? From, string? Date, string? Subject, int End);

/// <summary>Finds the headers of earlier mails that Outlook and others print above them: From, Sent, To, Subject, in the reader's language and in any order.</summary>
internal static class HeaderBlocks
{
    /// <summary>Lines looked at from the first one on: a header has up to seven fields, of which To and Cc may run over several lines.</summary>
    private const int MaxLines = 24;

    /// <summary>Lines that belong to a field above them without saying so.</summary>
    private const int MaxContinuation = 4;

    private const int MaxBlanks = 2;

    /// <summary>The line of underscores that Outlook draws above a block, or one of dashes.</summary>
    internal static bool IsRule(string line) =>
        line.AsSpan().Trim() is { Length: >= 5 } rule
        && rule[0] is '_' or '-' or '=' or '—' or '―' or '*'
        && !rule.ContainsAnyExcept(rule[0]);

    /// <summary>
    /// Whether a block starts here: three of its fields, From among them. A subject or an address must be there: "From: Berlin, To: Munich,
    /// Date: 3 May" is a customer who asks for a ticket. Where quotation marks follow, or a rule stands above, a sender with an address or a
    /// date with a time will do.
    /// </summary>
    internal static bool Starts(string[] lines, int start, bool isRuled = false)
    {
        if (HeaderNames.RoleOf(lines[start], out _) is HeaderRole.None or HeaderRole.Other)
        {
            return false;
        }

        var header = Read(lines, start, out var fields, out var hasAddress);
        if (header.From is not null && fields >= 3 && (header.Subject is not null || hasAddress))
        {
            return true;
        }

        var isShort = hasAddress && (header.From is not null || (header.Date is { } date && AttributionWords.HasTime(date)));
        return isShort
            && (
                (fields >= 2 && isRuled)
                || (header.From is not null && QuoteFinder.IsFollowedByQuote(lines, header.End))
                || IsDateAndTo(header, fields)
            );
    }

    /// <summary>Reads the block that starts at a line, whatever fields it has.</summary>
    internal static QuotedHeader Read(string[] lines, int start) => Read(lines, start, out _, out _);

    private static bool IsDateAndTo(QuotedHeader header, int fields) =>
        fields == 2 && header is { From: null, Subject: null, Date: not null };

    private static QuotedHeader Read(string[] lines, int start, out int fields, out bool hasAddress)
    {
        var values = new Dictionary<HeaderRole, string>();
        var last = HeaderRole.None;
        var end = start;
        var more = new List<string>();
        var blanks = 0;
        hasAddress = false;
        for (var i = start; i < lines.Length && i < start + MaxLines && more.Count <= MaxContinuation; i++)
        {
            var role = HeaderNames.RoleOf(lines[i], out var value);
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                // Some mailers leave a blank line after each field; more, or one after a line that is none, end the header.
                if (++blanks > MaxBlanks || more.Count > 0)
                {
                    break;
                }

                continue;
            }

            if (role == HeaderRole.None)
            {
                if (blanks > 0)
                {
                    break;
                }

                more.Add(lines[i].Trim());
                continue;
            }

            if (values.ContainsKey(role) && role != HeaderRole.Other && (role == HeaderRole.From || blanks > 0))
            {
                break;
            }

            Continue(values, last, more);
            values.TryAdd(role, Joined(lines, i, value));
            hasAddress |= values[role].Contains('@', StringComparison.Ordinal);
            last = role;
            blanks = 0;
            end = i + 1;
        }

        fields = values.Count - (values.ContainsKey(HeaderRole.Other) ? 1 : 0);
        return new(
            values.GetValueOrDefault(HeaderRole.From),
            values.GetValueOrDefault(HeaderRole.Date),
            values.GetValueOrDefault(HeaderRole.Subject),
            end
        );
    }

    // A long subject goes over several lines; that it does is known only when the next field comes.
    private static void Continue(Dictionary<HeaderRole, string> values, HeaderRole last, List<string> more)
    {
        if (more.Count > 0 && last == HeaderRole.Subject)
        {
            values[last] = $"{values[last]} {string.Join(' ', more)}";
        }

        more.Clear();
    }

    // "From: Jo Smith" may go on with "<jo@example.org>" on the next line.
    private static string Joined(string[] lines, int i, string value) =>
        i + 1 < lines.Length
        && (value.Length == 0 || lines[i + 1].AsSpan().TrimStart() is ['<', ..] or ['[', 'm' or 'M', ..] || value[^1] is '<' or ':')
        && HeaderNames.RoleOf(lines[i + 1], out _) == HeaderRole.None
            ? $"{value} {lines[i + 1].Trim()}".Trim()
            : value;
}
