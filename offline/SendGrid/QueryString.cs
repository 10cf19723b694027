using System.Text;
using System.Text.Json;

namespace SendGrid;

/// <summary>
/// Writes a JSON object as a query string: one <c>name=value</c> per scalar, arrays repeat their name, values are not URL-encoded.
/// </summary>
internal static class QueryString
{
    /// <summary>The query with its question mark, or nothing when there is no JSON.</summary>
    public static string FromJson(string json)
    {
        if (json is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        var query = new StringBuilder("?");
        foreach (var property in document.RootElement.EnumerateObject())
        {
            Append(query, property.Name, property.Value);
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    Append(query, name, element);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Append(query, property.Name, property.Value);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                // JsonElement.ToString() writes booleans as "True"/"False", as the vendor's client does.
                query.Append(query.Length > 1 ? "&" : "").Append(name).Append('=').Append(value.ToString());
                break;
        }
    }
}
