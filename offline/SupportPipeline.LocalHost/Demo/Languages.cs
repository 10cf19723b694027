namespace SupportPipeline.LocalHost.Demo;

/// <summary>Names of the languages the desk answers in.</summary>
internal static class Languages
{
    public static string Name(string code) =>
        code switch
        {
            "en" => "English",
            "ru" => "Russian",
            "zh-Hans" => "Simplified Chinese",
            "zh-Hant" => "Traditional Chinese",
            "und" => "language unknown",
            _ => code,
        };
}
