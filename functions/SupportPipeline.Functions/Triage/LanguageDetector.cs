using SupportPipeline.Triage.Languages;

namespace SupportPipeline.Triage;

/// <summary>The language a text is written in.</summary>
/// <param name="Code">BCP 47, for example "en", "zh-Hant", "de"; "und" when it cannot be told.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record DetectedLanguage(string Code, double Confidence);

/// <summary>
/// Tells the four languages that this desk answers in from each other and from the rest, by scripts first, then by what is specific to
/// each: letters and function words. A wrong "und" costs an answer in the default language; a wrong language confuses a customer.
/// </summary>
internal static class LanguageDetector
{
    internal const string Undetermined = "und";

    /// <summary>Longest part of a text that is looked at, in characters; language does not change with length.</summary>
    internal const int MaxLength = 20_000;

    /// <summary>Share of kana or Hangul among East Asian characters from which a text is Japanese or Korean; Chinese quotes a brand at most.</summary>
    private const double ForeignShare = 0.15;

    internal static DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = ScriptCounts.Of(LanguageText.WithoutAddresses(text.Length <= MaxLength ? text : text[..MaxLength]));

        // A Chinese character says about as much as two or three letters.
        var eastAsian = (counts.Han + counts.Kana + counts.Hangul) * 2;
        var largest = Math.Max(Math.Max(eastAsian, counts.Latin), Math.Max(counts.Cyrillic, counts.Other));
        if (largest < 2)
        {
            return new DetectedLanguage(Undetermined, 0);
        }

        if (eastAsian == largest)
        {
            return OfEastAsian(counts);
        }

        return counts.Cyrillic == largest ? CyrillicLanguages.Detect(text)
            : counts.Latin == largest ? LatinLanguages.Detect(text)
            : new DetectedLanguage(Undetermined, 0.9);
    }

    private static DetectedLanguage OfEastAsian(ScriptCounts counts)
    {
        double all = counts.Han + counts.Kana + counts.Hangul;
        return counts.Kana / all > ForeignShare || counts.Hangul / all > ForeignShare
            ? new DetectedLanguage(Undetermined, 0.9)
            : ChineseCharacters.Detect(counts);
    }
}
