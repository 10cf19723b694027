using System.Globalization;
using System.Text.Json;

namespace SupportPipeline.Outages.Status;

/// <summary>How the Statuspage API writes values and times. Pure.</summary>
internal static class StatusNames
{
    /// <summary>A value in small letters with underscores: <c>partial_outage</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A time in UTC with milliseconds.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time in UTC with milliseconds; null when there is none.</summary>
    public static string? Of(DateTimeOffset? at) => at is { } time ? Of(time) : null;

    /// <summary>A day in UTC.</summary>
    public static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
