using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>The header of an earlier mail as Outlook and others print it above that mail: From, Sent, To, Subject, in the reader's language.</summary>
internal static class HeaderBlocks
{
    /// <summary>Lines looked at from the first one on: a block has up to seven headers, of which To and Cc may run over several lines.</summary>
    private const int MaxLines = 16;

    private const int MaxName = 20;

    private const char From = 'f';
    private const char Subject = 's';

    private static readonly FrozenDictionary<string, char> Roles = new Dictionary<char, string>
    {
        [From] = "from|von|de|da|van|от|от кого|发件人|寄件者|寄件人|發件人|差出人|送信者|från|fra|od",
        ['d'] =
            "sent|date|gesendet|datum|envoyé|envoyé le|fecha|enviado|enviado el|enviada em|inviato|data|verzonden|дата|отправлено|发送时间|发送日期|日期|时间"
            + "|寄件日期|傳送時間|發送時間|送信日時|日付|日時|skickat|sendt|wysłano",
        ['t'] = "to|an|à|para|a|aan|кому|收件人|收件者|宛先|till|til|do",
        ['c'] = "cc|kopie|copie|copia|копия|抄送|抄送人|副本|bcc",
        [Subject] = "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|主题|主題|主旨|件名|ämne|emne|temat",
    }
        .SelectMany(role => role.Value.Split('|').Select(name => (Name: name, Role: role.Key)))
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Role, StringComparer.Ordinal);

    /// <summary>The line of underscores that Outlook draws above a block, or one of dashes.</summary>
    internal static bool IsRule(string line) =>
        line.AsSpan().Trim() is { Length: >= 5 } rule && rule[0] is '_' or '-' or '=' or '—' && !rule.ContainsAnyExcept(rule[0]);

    /// <summary>
    /// Whether a block starts here: From, and two other headers within the next lines. A subject or an address must be among them: "From: Berlin,
    /// To: Munich, Date: 3 May" is a customer who asks for a ticket.
    /// </summary>
    internal static bool Starts(string[] lines, int start)
    {
        if (RoleOf(lines[start]) != From)
        {
            return false;
        }

        var roles = new HashSet<char> { From };
        var hasAddress = lines[start].Contains('@', StringComparison.Ordinal);
        var others = 0;
        var blanks = 0;
        for (var i = start + 1; i < lines.Length && i < start + MaxLines && others < 3 && blanks < 2; i++)
        {
            var isBlank = string.IsNullOrWhiteSpace(lines[i]);
            blanks = isBlank ? blanks + 1 : 0;
            var role = RoleOf(lines[i]);
            others += role == default && !isBlank ? 1 : 0;
            if (role != default)
            {
                roles.Add(role);
                hasAddress |= lines[i].Contains('@', StringComparison.Ordinal);
            }
        }

        return roles.Count >= 3 && (roles.Contains(Subject) || hasAddress);
    }

    private static char RoleOf(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        return
            colon is > 0 and <= MaxName + 8
            && Roles.TryGetValue(line[..colon].Trim(' ', '\t', '*', '_', '\u00A0', '\u3000').ToLowerInvariant(), out var role)
            ? role
            : default;
    }
}
