using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>
/// Reads <c>{"error":{"code","message","innererror":{…}}}</c>. The outer code is only a class of errors, such as
/// <c>InvalidRequest</c>; the inner one says what is wrong, so that is the one callers see.
/// </summary>
internal sealed class AnalyzeTextErrors : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("error", out var outer))
            {
                return false;
            }

            var innermost = Innermost(outer);
            error = new ResponseError(innermost.ErrorCode.ToString(), innermost.Message);
            return true;
        }
        catch (JsonException)
        {
            // A gateway's error page: status and reason phrase have to do.
            return false;
        }
    }

    /// <summary>The error one level down if there is one, else the error itself.</summary>
    public static TextAnalyticsError Innermost(JsonElement error)
    {
        var said = error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : error;
        return new TextAnalyticsError(
            said.Text("code") ?? error.Text("code"),
            said.Text("message") ?? error.Text("message"),
            said.Text("target") ?? error.Text("target")
        );
    }
}
