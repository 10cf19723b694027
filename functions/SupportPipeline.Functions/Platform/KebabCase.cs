using System.Text.Json;

namespace SupportPipeline.Platform;

/// <summary>The names of enum values in files, JSON and pages: <c>OutageReport</c> is <c>outage-report</c>.</summary>
internal static class KebabCase
{
    /// <summary>The name of a value.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>Every value by its name, in the order of the enum.</summary>
    public static Dictionary<string, T> ValuesOf<T>()
        where T : struct, Enum => Names<T>.ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
