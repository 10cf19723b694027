using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Which of our languages a reader wants. Pure.</summary>
internal static class StatusLanguage
{
    /// <summary>What was asked for in so many words, else what the browser prefers, else the default.</summary>
    /// <param name="asked">As it stands in the address; may be anything.</param>
    /// <param name="acceptLanguage">The header, RFC 9110 section 12.5.4; may be anything.</param>
    /// <param name="fallback">The language for readers of none of ours.</param>
    public static string Choose(string? asked, string? acceptLanguage, string fallback) =>
        (asked is null ? null : Of(asked)) ?? Preferred(acceptLanguage ?? "") ?? fallback;

    /// <summary>The language of ours that a tag means; null when it means none.</summary>
    public static string? Of(string tag)
    {
        var parts = tag.Trim().ToLowerInvariant().Split('-');
        return parts[0] switch
        {
            "en" => "en",
            "ru" => "ru",
            "zh" when parts.Contains("hant", StringComparer.Ordinal) => "zh-Hant",
            "zh" when parts.Contains("hans", StringComparer.Ordinal) => "zh-Hans",
            "zh" => parts.Any(part => part is "tw" or "hk" or "mo") ? "zh-Hant" : "zh-Hans",
            _ => null,
        };
    }

    /// <summary>Whether it is exactly one of ours.</summary>
    public static bool IsKnown(string language) => Organisation.KnownLanguages.Contains(language, StringComparer.Ordinal);

    /// <summary>The highest weight wins, the first of equals; a weight of 0 refuses.</summary>
    private static string? Preferred(string header) =>
        header
            .Split(',')
            .Select(part => part.Split(';'))
            .Select(part => (Language: Of(part[0]), Weight: WeightOf(part)))
            .Where(one => one.Language is not null && one.Weight > 0)
            .OrderByDescending(one => one.Weight)
            .Select(one => one.Language)
            .FirstOrDefault();

    private static double WeightOf(string[] part)
    {
        var weight = part.Skip(1).Select(one => one.Trim()).FirstOrDefault(one => one.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return weight is null ? 1
            : double.TryParse(weight.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
            : 0;
    }
}
