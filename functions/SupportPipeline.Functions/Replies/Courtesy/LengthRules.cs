using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>A text fits its channel, and its sentences can be followed.</summary>
internal static class LengthRules
{
    private const int WordsPerSentence = 40;
    private const int CharactersPerChineseSentence = 110;

    public static void Apply(CourtesyReading reading)
    {
        var isPublic = reading.Input.Channel == CourtesyChannel.Public;
        var limit = reading.Input.LengthLimit;
        var fits = isPublic ? WeightedPrefix(reading.Text, limit) : Math.Min(limit, reading.Text.TrimEnd().Length);
        if (fits < reading.Text.TrimEnd().Length)
        {
            reading.Report(TooLong, isPublic ? Block : Warn, fits, reading.Text.Length - fits);
        }

        for (var sentence = 0; sentence < reading.Tokens.Sentences.Length; sentence++)
        {
            var (first, end) = (reading.Tokens.Sentences[sentence].First, reading.Tokens.EndOf(sentence));
            if (first < end && IsLong(reading, first, end))
            {
                reading.ReportTokens(LongSentence, Hint, first, end);
            }
        }
    }

    private static bool IsLong(CourtesyReading reading, int first, int end) =>
        reading.IsChinese
            ? reading.Tokens.Tokens[end - 1].End - reading.Tokens.Tokens[first].Offset > CharactersPerChineseSentence
            : end - first > WordsPerSentence;

    /// <summary>How much of a text fits, as <see cref="PublicLength"/> counts.</summary>
    private static int WeightedPrefix(string text, int limit)
    {
        var (weight, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            weight += PublicLength.Of(rune.ToString());
            if (weight > limit)
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return text.Length;
    }
}
