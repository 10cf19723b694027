using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage.Rules;

/// <summary>The way somebody complains: the cues, and what shouting, insults and decoration add.</summary>
internal static class StyleRule
{
    public static void Complete(Reading reading, LabelScores<Style> styles, in SentimentResult sentiment, LabelScores<Conduct> conduct)
    {
        styles.Add(Style.None, 0.9);
        var (shouted, cased) = reading.Tokens.Shouting;
        var isShouting = cased >= 4 && shouted * 10 >= cased * 6;
        if (sentiment.Criticism > sentiment.Praise)
        {
            var heat =
                (isShouting ? 0.6 : 0)
                + (conduct[Conduct.Abusive] > 1 ? 0.8 : 0)
                + (conduct[Conduct.Vulgar] > 1 ? 0.4 : 0)
                + (sentiment.Intensity > 0.6 ? 0.4 : 0);
            styles.Add(Style.Aggressive, heat);
        }

        styles.Add(Style.Expressive, Decoration(reading) * (sentiment.Intensity > 0.25 ? 1 : 0.4));
    }

    /// <summary>Emoji, drawn-out words, hashtags and rows of exclamation marks.</summary>
    private static double Decoration(Reading reading)
    {
        var count = 0;
        foreach (ref readonly var token in reading.Tokens.Tokens)
        {
            count += token.Has(TokenFlags.Elongated) || token.Kind is TokenKind.Symbol or TokenKind.Hashtag ? 1 : 0;
        }

        foreach (ref readonly var sentence in reading.Tokens.Sentences)
        {
            count += sentence.Exclamations >= 2 ? 1 : 0;
        }

        return Math.Min(2, count * 0.4);
    }
}
