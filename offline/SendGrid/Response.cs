using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SendGrid;

/// <summary>An answer of the API.</summary>
public class Response
{
    /// <summary>Keeps the parts of an answer.</summary>
    public Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
    {
        StatusCode = statusCode;
        Body = responseBody;
        Headers = responseHeaders;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; set; }

    /// <summary>Whether the status is 200..299.</summary>
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>The body as it came.</summary>
    public HttpContent Body { get; set; }

    /// <summary>The headers; an accepted mail has its id in <c>X-Message-Id</c>.</summary>
    public HttpResponseHeaders Headers { get; set; }

    /// <summary>Reads a JSON object: scalars as .NET values, arrays and objects so that they can be indexed dynamically.</summary>
    /// <returns>Empty when there is no content, null when the content is empty.</returns>
    public virtual async Task<Dictionary<string, dynamic>> DeserializeResponseBodyAsync(HttpContent content = null)
    {
        content ??= Body;
        if (content is null)
        {
            return [];
        }

        var json = await content.ReadAsStringAsync().ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return Object(document.RootElement);
    }

    /// <summary>The first value of each header.</summary>
    public virtual Dictionary<string, string> DeserializeResponseHeaders(HttpResponseHeaders headers = null)
    {
        headers ??= Headers;
        return headers is null ? [] : headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.Ordinal);
    }

    private static Dictionary<string, dynamic> Object(JsonElement element)
    {
        var result = new Dictionary<string, dynamic>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = Value(property.Value);
        }

        return result;
    }

    private static object Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
}
