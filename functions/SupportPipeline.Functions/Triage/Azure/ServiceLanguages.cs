namespace SupportPipeline.Triage.Azure;

/// <summary>Language codes on their way to the service and back.</summary>
internal static class ServiceLanguages
{
    private const string SimplifiedChinese = "zh-hans";
    private const string TraditionalChinese = "zh-hant";

    /// <summary>Chinese of either script: the service says so, too.</summary>
    public const string AnyChinese = "zh";

    /// <summary>The codes that the service's sentiment analysis takes (its language support page), but those for Chinese and Portuguese.</summary>
    private static readonly HashSet<string> s_known =
    [
        .. (
            "af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fil fr fy ga gd gl gu ha he hi hr hu hy id it ja jv "
            + "ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps ro ru sa sd si sk sl so sq sr su sv sw "
            + "ta te th tr ug uk ur uz vi xh yi"
        ).Split(' '),
    ];

    /// <summary>The code to send for a BCP 47 code, or null when the service does not know the language.</summary>
    public static string? HintFor(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var parts = code.ToLowerInvariant().Split('-');
        return parts[0] switch
        {
            AnyChinese => IsTraditional(parts) ? TraditionalChinese : SimplifiedChinese,
            "pt" => parts.Contains("br") ? "pt-BR" : "pt-PT",
            "nb" or "nn" => "no",
            var language => s_known.Contains(language) ? language : null,
        };
    }

    /// <summary>The BCP 47 code for the service's <c>iso6391Name</c>, which has forms of its own for Chinese; <c>und</c> for <c>(Unknown)</c>.</summary>
    public static string FromService(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.ToLowerInvariant() switch
        {
            "zh_chs" or SimplifiedChinese => "zh-Hans",
            "zh_cht" or TraditionalChinese => "zh-Hant",
            var language => language.Length is 2 or 3 && language.All(char.IsAsciiLetter) ? language : LanguageDetector.Undetermined,
        };
    }

    private static bool IsTraditional(string[] parts) =>
        parts.Contains("hant") || (!parts.Contains("hans") && parts.Any(part => part is "tw" or "hk" or "mo"));
}
