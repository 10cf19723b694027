using System.Text;

namespace SupportPipeline.Intake;

/// <summary>Reads Message-ID, In-Reply-To and References (RFC 5322, 3.6.4), and what real mailers write into them.</summary>
public static class MessageIds
{
    /// <summary>Most ids kept of one header; the newest, which stand last, win.</summary>
    public const int MaxCount = 100;

    /// <summary>Longest id in characters: a line of 998 (RFC 5322, 2.1.1) less its brackets and a space. Longer ones are left out whole.</summary>
    public const int MaxLength = 995;

    /// <summary>The ids in the order of the header, without angle brackets, each once. Letters stay as they are: mailers compare them exactly.</summary>
    /// <param name="header">The header's value. Missing brackets, commas, comments, quoted phrases and folds inside an id are tolerated.</param>
    public static IReadOnlyList<string> Parse(string? header)
    {
        var ids = new List<string>();
        var word = new StringBuilder();
        var inBrackets = false;
        foreach (var c in WithoutComments(header ?? ""))
        {
            if (c is '<' or '>' || (!inBrackets && (char.IsWhiteSpace(c) || c is ',' or ';')))
            {
                Take(ids, word, inBrackets && c == '>');
                inBrackets = c == '<';
            }
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c) && word.Length <= MaxLength)
            {
                word.Append(c);
            }
        }

        Take(ids, word, inBrackets);
        return Newest(ids);
    }

    /// <summary>The form to compare and to store by: no brackets, no white space, the part after the last <c>@</c> in lower case.</summary>
    public static string Normalize(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var bare = string.Concat(id.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).Trim('<', '>');
        var at = bare.LastIndexOf('@');
        return at < 0 ? bare : bare[..at] + bare[at..].ToLowerInvariant();
    }

    private static void Take(List<string> ids, StringBuilder word, bool wasBracketed)
    {
        // Without brackets only what has an @ is an id: "Your message of Monday" is not.
        var isId = word.Length is > 0 and <= MaxLength && (wasBracketed || Contains(word, '@'));
        if (isId)
        {
            ids.Add(word.ToString());
        }

        word.Clear();
    }

    private static bool Contains(StringBuilder text, char wanted)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (chunk.Span.Contains(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Newest(List<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var newest = new List<string>();
        for (var i = ids.Count - 1; i >= 0 && newest.Count < MaxCount; i--)
        {
            if (seen.Add(Normalize(ids[i])))
            {
                newest.Add(ids[i]);
            }
        }

        newest.Reverse();
        return newest;
    }

    // A comment or a quoted phrase outside brackets says nothing; one that never ends is not one.
    private static string WithoutComments(string header)
    {
        if (!header.AsSpan().ContainsAny('(', '"'))
        {
            return header;
        }

        var kept = new StringBuilder(header.Length);
        var inBrackets = false;
        for (var i = 0; i < header.Length; i++)
        {
            var close = inBrackets
                ? '\0'
                : header[i] switch
                {
                    '(' => ')',
                    '"' => '"',
                    _ => '\0',
                };
            var end = close == '\0' ? -1 : header.IndexOf(close, i + 1, Math.Min(MaxLength, header.Length - i - 1));
            if (end > 0)
            {
                kept.Append(' ');
                i = end;
                continue;
            }

            inBrackets = header[i] == '<' || (inBrackets && header[i] != '>');
            kept.Append(header[i]);
        }

        return kept.ToString();
    }
}
