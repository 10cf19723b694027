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

    /// <summary>The line of underscores that Outlook draws above a block, or one of dashes.</summary>
    internal static bool IsRule(string line) =>
        line.AsSpan().Trim() is { Length: >= 5 } rule
        && rule[0] is '_' or '-' or '=' or '—' or '―' or '*'
        && !rule.ContainsAnyExcept(rule[0]);

    /// <summary>
    /// Whether a block starts here: three of its fields, From among them. A subject or an address must be there: "From: Berlin, To: Munich,
    /// Date: 3 May" is a customer who asks for a ticket.
    /// </summary>
    internal static bool Starts(string[] lines, int start) =>
        HeaderNames.RoleOf(lines[start], out _) is HeaderRole.From or HeaderRole.Date or HeaderRole.Subject or HeaderRole.To
        && Read(lines, start, out var fields, out var hasAddress) is { From: not null } header
        && fields >= 3
        && (header.Subject is not null || hasAddress);

    /// <summary>Reads the block that starts at a line, whatever fields it has.</summary>
    internal static QuotedHeader Read(string[] lines, int start) => Read(lines, start, out _, out _);

    private static QuotedHeader Read(string[] lines, int start, out int fields, out bool hasAddress)
    {
        var values = new Dictionary<HeaderRole, string>();
        var end = start;
        var others = 0;
        var blanks = 0;
        hasAddress = false;
        for (var i = start; i < lines.Length && i < start + MaxLines && others <= MaxContinuation; i++)
        {
            var role = HeaderNames.RoleOf(lines[i], out var value);
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                // Some mailers leave a blank line after each field; two, or one after a line that is none, end the header.
                if (++blanks > 1 || others > 0)
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

                others++;
                continue;
            }

            if (role != HeaderRole.Other && !values.TryAdd(role, Joined(lines, i, value)) && role == HeaderRole.From)
            {
                break;
            }

            hasAddress |= value.Contains('@', StringComparison.Ordinal);
            others = 0;
            blanks = 0;
            end = i + 1;
        }

        fields = values.Count;
        return new(
            values.GetValueOrDefault(HeaderRole.From),
            values.GetValueOrDefault(HeaderRole.Date),
            values.GetValueOrDefault(HeaderRole.Subject),
            end
        );
    }

    // "From: Jo Smith" may go on with "<jo@example.org>" on the next line.
    private static string Joined(string[] lines, int i, string value) =>
        i + 1 < lines.Length
        && (value.Length == 0 || lines[i + 1].AsSpan().TrimStart() is ['<', ..] or ['[', 'm' or 'M', ..] || value[^1] is '<' or ':')
        && HeaderNames.RoleOf(lines[i + 1], out _) == HeaderRole.None
            ? $"{value} {lines[i + 1].Trim()}".Trim()
            : value;
}
