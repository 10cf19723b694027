using System.Globalization;

namespace SupportPipeline.Replies;

/// <summary>Tells a time the way a customer reads it.</summary>
internal static class TimeWords
{
    /// <summary>Weekday, day and hour in the customer's language, with the zone because the customer may live in another.</summary>
    public static string Tell(DateTimeOffset at, TimeZoneInfo zone, string language)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var (culture, format) = language switch
        {
            "zh-Hans" => ("zh-CN", "M月d日dddd HH:mm"),
            "zh-Hant" => ("zh-TW", "M月d日dddd HH:mm"),
            "ru" => ("ru-RU", "HH:mm d MMMM"),
            _ => ("en-GB", "HH:mm on dddd d MMMM"),
        };
        var text = local.ToString(format.Replace("on", "'on'", StringComparison.Ordinal), CultureInfo.GetCultureInfo(culture));
        return language.StartsWith("zh", StringComparison.Ordinal) ? $"{text}（{ZoneName(local)}）" : $"{text} ({ZoneName(local)})";
    }

    private static string ZoneName(DateTimeOffset local) =>
        local.Offset == TimeSpan.Zero
            ? "UTC"
            : string.Create(CultureInfo.InvariantCulture, $"UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset:hh\\:mm}");
}
