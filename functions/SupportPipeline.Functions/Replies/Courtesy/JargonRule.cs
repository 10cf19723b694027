using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>No words from our workshop: those of the cue files and those of the organisation's own list.</summary>
internal static class JargonRule
{
    public static void Apply(CourtesyReading reading)
    {
        foreach (var cue in reading.Of(CourtesyCues.Jargon).Where(cue => !IsExplained(reading, cue.End)))
        {
            reading.Report(Jargon, Warn, cue);
        }

        foreach (var term in reading.Input.Jargon.Where(term => !string.IsNullOrWhiteSpace(term)))
        {
            ReportTerm(reading, term.Trim());
        }
    }

    private static void ReportTerm(CourtesyReading reading, string term)
    {
        if (Characters.IsHan(term[0]))
        {
            for (
                var at = reading.Text.IndexOf(term, StringComparison.Ordinal);
                at >= 0;
                at = reading.Text.IndexOf(term, at + term.Length, StringComparison.Ordinal)
            )
            {
                reading.Report(Jargon, Warn, at, term.Length);
            }

            return;
        }

        var words = PatternVocabulary.Read(term);
        for (var at = 0; words.Count > 0 && at + words.Count <= reading.Tokens.Count; at++)
        {
            if (Matches(reading, at, words) && !IsExplained(reading, at + words.Count))
            {
                reading.ReportTokens(Jargon, Warn, at, at + words.Count);
            }
        }
    }

    private static bool Matches(CourtesyReading reading, int first, List<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            ref readonly var token = ref reading.Tokens.Tokens[first + index];
            if (token.Has(TokenFlags.Quoted) || token.Kind == TokenKind.Symbol || !IsSameWord(reading, token, words[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSameWord(CourtesyReading reading, Token token, string word)
    {
        var own = PatternVocabulary.Read(reading.Text.Substring(token.Offset, token.Length));
        return own is [var only] && Stem(reading, only).SequenceEqual(Stem(reading, word));
    }

    private static ReadOnlySpan<char> Stem(CourtesyReading reading, string word) =>
        word.AsSpan(0, CueSymbols.StemLength(word, reading.Lexicon.Language));

    /// <summary>"SLA (the time we promise)" needs no other word.</summary>
    private static bool IsExplained(CourtesyReading reading, int end)
    {
        var rest = reading.Text.AsSpan(reading.Tokens.Tokens[end - 1].End).TrimStart(' ');
        return rest.Length > 0 && rest[0] is '(' or '（';
    }
}
