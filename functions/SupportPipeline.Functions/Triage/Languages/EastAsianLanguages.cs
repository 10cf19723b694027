namespace SupportPipeline.Triage.Languages;

/// <summary>Tells Japanese, Korean and the two ways of writing Chinese from each other.</summary>
internal static class EastAsianLanguages
{
    /// <summary>Share of kana or Hangul from which a text is Japanese or Korean; Chinese quotes a brand at most.</summary>
    private const double ForeignShare = 0.15;

    internal static DetectedLanguage Detect(ref readonly TextScan scan)
    {
        double kana = scan.Of(WritingScript.Kana),
            hangul = scan.Of(WritingScript.Hangul);
        var all = scan.Of(WritingScript.Han) + kana + hangul;
        if (kana / all > ForeignShare || hangul / all > ForeignShare)
        {
            return new DetectedLanguage(kana > hangul ? "ja" : "ko", 0.95);
        }

        var han = scan.Han;
        if (han.Japanese > 0 && han.Japanese > Math.Max(han.Simplified, han.Traditional))
        {
            return new DetectedLanguage("ja", 0.7);
        }

        return Chinese(han);
    }

    /// <summary>By what is specific. A greeting such as "你好" fits both and counts, with little confidence, as the form most people write.</summary>
    private static DetectedLanguage Chinese(HanCounts han)
    {
        double specific = han.Simplified + han.Traditional;
        if (specific == 0)
        {
            return han.Cantonese > 0 ? new DetectedLanguage("zh-Hant", 0.7) : new DetectedLanguage("zh-Hans", 0.5);
        }

        var code = han.Traditional > han.Simplified ? "zh-Hant" : "zh-Hans";
        return new DetectedLanguage(code, Math.Max(han.Traditional, han.Simplified) / specific * (specific >= 3 ? 1 : 0.8));
    }
}
