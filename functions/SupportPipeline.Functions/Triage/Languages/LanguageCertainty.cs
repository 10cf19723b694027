namespace SupportPipeline.Triage.Languages;

/// <summary>When words are enough to name a language. The numbers were set by those sentences in the tests that were not kept back.</summary>
internal static class LanguageCertainty
{
    /// <summary>Words of one text are not independent of each other; logarithms are cut to this part before they are compared.</summary>
    internal const double Caution = 0.6;

    /// <summary>Fewer Latin letters without a known word are a name or a brand.</summary>
    private const int LeastUnknownLetters = 12;

    /// <summary>Whether the likeliest language may be named.</summary>
    /// <param name="tally">What was read.</param>
    /// <param name="probability">Of the likeliest language.</param>
    /// <param name="hasBrands">Whether names and brands of the whole world are written in this script.</param>
    internal static bool IsEnough(ref readonly LanguageTally tally, double probability, bool hasBrands)
    {
        if (!hasBrands)
        {
            return probability >= 0.35 && tally.KnownLetters + tally.UnknownLetters > 1;
        }

        if (tally.KnownWords == 0)
        {
            return tally.UnknownSmall > 0 && tally.UnknownLetters >= LeastUnknownLetters && probability >= (tally.Words >= 3 ? 0.5 : 0.7);
        }

        return probability >= (tally.Words == 1 ? 0.5 : 0.35);
    }

    internal static double Confidence(ref readonly LanguageTally tally, double probability) =>
        Math.Round(Math.Min(0.99, probability * (tally.Words >= 3 ? 1 : 0.85)), 2);
}
