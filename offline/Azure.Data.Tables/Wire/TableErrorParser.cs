using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>Finds code and message in the service's errors: OData JSON as a rule, XML when the path or the signature was wrong.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static readonly TableErrorParser Instance = new();

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Parse(response);
        return error is not null;
    }

    private static ResponseError? Parse(Response response)
    {
        var body = response.ContentStream is { Length: > 0 } ? response.Content.ToString().TrimStart('\uFEFF', ' ', '\r', '\n') : "";
        var (code, message) = body switch
        {
            ['{', ..] => FromJson(body),
            ['<', ..] => FromXml(body),
            _ => default,
        };
        code ??= response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null;
        return code is null && message is null ? null : new ResponseError(code, message);
    }

    private static (string? Code, string? Message) FromJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (!document.RootElement.TryGetProperty("odata.error", out var error) || error.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            var code = error.TryGetProperty("code", out var codeElement) ? codeElement.GetString() : null;
            var message =
                error.TryGetProperty("message", out var messageElement) && messageElement.TryGetProperty("value", out var value)
                    ? value.GetString()
                    : null;
            return (code, message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static (string? Code, string? Message) FromXml(string body)
    {
        try
        {
            var error = XDocument.Parse(body).Root;
            return (Child(error, "code"), Child(error, "message"));
        }
        catch (XmlException)
        {
            return default;
        }
    }

    private static string? Child(XElement? error, string name) =>
        error?.Elements().FirstOrDefault(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
