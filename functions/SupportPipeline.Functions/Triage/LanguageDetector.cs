using SupportPipeline.Triage.Languages;

namespace SupportPipeline.Triage;

/// <summary>The language a text is written in.</summary>
/// <param name="Code">
/// BCP 47, for example "en", "zh-Hant", "de"; "hr" stands for Croatian, Bosnian and Serbian in Latin letters; "und" when it cannot be told.
/// </param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record DetectedLanguage(string Code, double Confidence);

/// <summary>
/// Names the language of a text: by scripts first, then, where languages share a script, by words and by how letters follow each other.
/// A wrong "und" costs an answer in the default language; a wrong language confuses a customer.
/// </summary>
internal static class LanguageDetector
{
    internal const string Undetermined = "und";

    /// <summary>Longest part of a text that is looked at, in characters; language does not change with length.</summary>
    internal const int MaxLength = 20_000;

    /// <summary>So many letters are enough, however long the text.</summary>
    internal const int EnoughLetters = 4_000;

    /// <summary>A Chinese character says about as much as three letters.</summary>
    private const int HanWeight = 3;

    /// <summary>Weight of a letter in a Latin word that no language of ours lists: mostly brands, which texts in every script are full of.</summary>
    private const double BrandWeight = 0.4;

    internal static DetectedLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scan = new TextScan(stackalloc char[TextScan.Room]);
        scan.Read(text.AsSpan(0, Math.Min(text.Length, MaxLength)), EnoughLetters);

        var eastAsian = HanWeight * (scan.Of(WritingScript.Han) + scan.Of(WritingScript.Kana) + scan.Of(WritingScript.Hangul));
        var (other, letters) = LargestOther(in scan);
        var cyrillic = scan.Of(WritingScript.Cyrillic);
        var arabic = scan.Of(WritingScript.Arabic);
        var latin = scan.Latin.KnownLetters + (BrandWeight * scan.Latin.UnknownLetters);
        var largest = Math.Max(Math.Max(eastAsian, letters), Math.Max(cyrillic, arabic));
        if (latin > largest)
        {
            return LanguageGroup.Latin.Decide(in scan.Latin);
        }

        return largest < 2 ? new DetectedLanguage(Undetermined, 0)
            : eastAsian == largest ? EastAsianLanguages.Detect(in scan)
            : cyrillic == largest ? LanguageGroup.Cyrillic.Decide(in scan.Cyrillic)
            : arabic == largest ? LanguageGroup.Arabic.Decide(in scan.Arabic)
            : new DetectedLanguage(WritingScripts.LanguageOf(other)!, 0.95);
    }

    private static (WritingScript Script, int Letters) LargestOther(ref readonly TextScan scan)
    {
        var largest = WritingScript.Greek;
        for (var script = WritingScript.Greek; (int)script < WritingScripts.Count; script++)
        {
            largest = scan.Of(script) > scan.Of(largest) ? script : largest;
        }

        return (largest, scan.Of(largest));
    }
}
