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

    private static bool IsShouted(Token token) =>
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
        var (text, next) = (reading.Text, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && text[end] is '!' or '！' or '?' or '？' or '‼' or '⁉')
            {
                end++;
            }

            var marks = text.AsSpan(at, end - at);
            if (marks.Count('!') + marks.Count('！') > 1 || marks.ContainsAny('‼', '⁉'))
            {
                while (next < reading.Tokens.Count && reading.Tokens.Tokens[next].Offset < at)
                {
                    next++;
                }

                if (!IsQuoted(reading, next, end))
                {
                    reading.Report(Shouting, Warn, at, end - at);
                }
            }

            at = end;
        }
    }

    /// <summary>Whether marks stand in the customer's words: after a quoted word, and before another or the closing quotation mark.</summary>
    private static bool IsQuoted(CourtesyReading reading, int nextToken, int end)
    {
        const TokenFlags Quoted = TokenFlags.Quoted | TokenFlags.ScareQuoted;
        var tokens = reading.Tokens.Tokens;
        return nextToken > 0
            && tokens[nextToken - 1].Has(Quoted)
            && (
                (nextToken < tokens.Length && tokens[nextToken].Has(Quoted))
                || (end < reading.Text.Length && "”“»」』》\"’".Contains(reading.Text[end], StringComparison.Ordinal))
            );
    }
}
