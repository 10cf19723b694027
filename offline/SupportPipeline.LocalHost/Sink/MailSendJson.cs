using System.Text;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Looks into a request that may be of any shape: what is missing or of another type is nothing, never an exception.</summary>
internal static class MailSendJson
{
    public static JsonElement? Member(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static string? Text(this JsonElement owner, string name) => owner.Member(name)?.Text();

    public static IReadOnlyList<JsonElement> Items(this JsonElement owner, string name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    public static IReadOnlyDictionary<string, string> Map(this JsonElement owner, string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (owner.Member(name) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var entry in members.EnumerateObject())
            {
                map[entry.Name] = entry.Value.Text() ?? string.Empty;
            }
        }

        return map;
    }

    /// <summary>The entries of both; <paramref name="stronger"/> wins where both have one.</summary>
    public static Dictionary<string, string> MergedWith(
        this IReadOnlyDictionary<string, string> weaker,
        IReadOnlyDictionary<string, string> stronger,
        StringComparer comparer
    )
    {
        var merged = new Dictionary<string, string>(comparer);
        foreach (var (name, value) in weaker.Concat(stronger))
        {
            // Taken out first so that the stronger entry's spelling of the name is kept too.
            merged.Remove(name);
            merged[name] = value;
        }

        return merged;
    }

    /// <summary>The size of a map as the JSON object it would be sent as.</summary>
    public static int Utf8Size(IReadOnlyDictionary<string, string> map) =>
        map.Count == 0 ? 0 : 1 + map.Sum(entry => Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount(entry.Value) + 6);

    /// <summary>The name JSON Schema has for a value's type.</summary>
    public static string SchemaType(this JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => element.TryGetInt64(out _) ? "integer" : "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };
}
