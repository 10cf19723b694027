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

    /// <summary>The value with a name that this software wrote itself.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static T ValueOf<T>(string name)
        where T : struct, Enum =>
        TryValueOf<T>(name, out var value) ? value : throw new FormatException($"'{name}' is no {typeof(T).Name}.");

    /// <summary>The value with a name; false when there is none.</summary>
    public static bool TryValueOf<T>(string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
    }
}
