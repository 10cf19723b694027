using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>No capitals and no rows of exclamation marks.</summary>
internal static class ShoutingRule
{
    /// <summary>Letters from which several words in capitals are no abbreviations.</summary>
    private const int Letters = 9;

    public static void Apply(CourtesyReading reading)
    {
        var first = -1;
        for (var at = 0; at <= reading.Tokens.Count; at++)
        {
            var isShouted = at < reading.Tokens.Count && IsShouted(reading.Tokens.Tokens[at]);
            if (isShouted && first >= 0 && reading.Tokens.Tokens[at].Sentence != reading.Tokens.Tokens[first].Sentence)
            {
                ReportRun(reading, first, at);
                first = at;
            }
            else if (isShouted && first < 0)
            {
                first = at;
            }
            else if (!isShouted && first >= 0)
            {
                ReportRun(reading, first, at);
                first = -1;
            }
        }

        ReportMarks(reading);
    }

    private static bool IsShouted(in Token token) =>
        token.Kind == TokenKind.Word && token.Has(TokenFlags.Shouted) && !token.Has(TokenFlags.Quoted | TokenFlags.ScareQuoted);

    private static void ReportRun(CourtesyReading reading, int first, int end)
    {
        var letters = 0;
        var everyday = false;
        for (var at = first; at < end; at++)
        {
            letters += reading.Tokens.Tokens[at].Length;
            everyday |= reading.IsIn(CourtesyCues.Everyday, at);
        }

        if (everyday || (end - first > 1 && letters >= Letters))
        {
            reading.ReportTokens(Shouting, Warn, first, end);
        }
    }

    private static void ReportMarks(CourtesyReading reading)
    {
        var text = reading.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && text[end] is '!' or '！' or '?' or '？' or '‼' or '⁉')
            {
                end++;
            }

            var marks = text.AsSpan(at, end - at);
            if ((marks.Count('!') + marks.Count('！') > 1 || marks.ContainsAny('‼', '⁉')) && !IsQuoted(reading, at))
            {
                reading.Report(Shouting, Warn, at, end - at);
            }

            at = end;
        }
    }

    /// <summary>Whether the word before a place stands in quotation marks.</summary>
    private static bool IsQuoted(CourtesyReading reading, int offset)
    {
        var quoted = false;
        foreach (ref readonly var token in reading.Tokens.Tokens)
        {
            if (token.Offset >= offset)
            {
                break;
            }

            quoted = token.Has(TokenFlags.Quoted | TokenFlags.ScareQuoted);
        }

        return quoted && reading.Text.AsSpan(offset).TrimStart("!！?？‼⁉").StartsWithAnyQuote();
    }

    private static bool StartsWithAnyQuote(this ReadOnlySpan<char> text) => text.Length > 0 && "”“»」』》\"’".Contains(text[0], StringComparison.Ordinal);
}
