using SupportPipeline.Triage;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>A text is in the language it says: as a whole by detection, sentence by sentence by its script.</summary>
internal static class LanguageRule
{
    private const double Sure = 0.8;

    /// <summary>A name or a product's title is shorter.</summary>
    private const int ForeignLetters = 24;

    public static void Apply(CourtesyReading reading)
    {
        var foreign = new List<(int First, int End)>();
        for (var sentence = 0; sentence < reading.Tokens.Sentences.Length; sentence++)
        {
            var (first, end) = (reading.Tokens.Sentences[sentence].First, reading.Tokens.EndOf(sentence));
            if (IsForeign(reading, first, end))
            {
                foreign.Add((first, end));
            }
        }

        if (foreign.Count > 0 && !IsForeign(reading, 0, reading.Tokens.Count))
        {
            foreign.ForEach(found => reading.ReportTokens(WrongLanguage, Warn, found.First, found.End));
        }
        else
        {
            CheckWhole(reading);
        }
    }

    private static void CheckWhole(CourtesyReading reading)
    {
        var detected = LanguageDetector.Detect(WithoutQuotations(reading));
        if (detected.Confidence >= Sure && detected.Code != LanguageDetector.Undetermined && detected.Code != reading.Input.Language)
        {
            reading.Report(WrongLanguage, Warn, 0, reading.Text.TrimEnd().Length);
        }
    }

    /// <summary>The customer's words may be in any language.</summary>
    private static string WithoutQuotations(CourtesyReading reading)
    {
        var characters = reading.Text.ToCharArray();
        foreach (ref readonly var token in reading.Tokens.Tokens)
        {
            if (token.Has(TokenFlags.Quoted | TokenFlags.ScareQuoted))
            {
                characters.AsSpan(token.Offset, token.Length).Fill(' ');
            }
        }

        return new(characters);
    }

    private static bool IsForeign(CourtesyReading reading, int first, int end)
    {
        var (own, foreign) = (0, 0);
        for (var at = first; at < end; at++)
        {
            ref readonly var token = ref reading.Tokens.Tokens[at];
            if (token.Kind != TokenKind.Word || token.Has(TokenFlags.Quoted))
            {
                continue;
            }

            foreach (var character in reading.Text.AsSpan(token.Offset, token.Length))
            {
                var isOwn = reading.Lexicon.Language switch
                {
                    "en" => character < '\u0250',
                    "ru" => character is >= '\u0400' and <= '\u052F',
                    _ => Characters.IsHan(character),
                };

                // A Chinese character says about as much as three letters.
                var weight = Characters.IsHan(character) ? 3 : 1;
                (own, foreign) = isOwn ? (own + weight, foreign) : (own, foreign + weight);
            }
        }

        return foreign >= ForeignLetters && foreign > own * 4;
    }
}
