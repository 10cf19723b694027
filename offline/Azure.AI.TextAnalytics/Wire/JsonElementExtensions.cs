using System.Text.Json;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Short names for what is read over and over again.</summary>
internal static class JsonElementExtensions
{
    /// <summary>A text, or null when it is missing.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    /// <summary>A score, 0 when it is missing: targets and assessments have no neutral one.</summary>
    public static double Score(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    /// <summary>The elements of an array, none when it is missing.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
