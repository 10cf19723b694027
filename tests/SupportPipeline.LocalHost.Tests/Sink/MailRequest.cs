using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Tests.Sink;

/// <summary>A mail/send request that is right, to be made wrong in one place.</summary>
internal static class MailRequest
{
    public static JsonObject Valid() =>
        JsonNode
            .Parse(
                """
                {
                  "personalizations": [{ "to": [{ "email": "anna@customer.example", "name": "Anna" }] }],
                  "from": { "email": "support@desk.example", "name": "Support" },
                  "subject": "We have your message",
                  "content": [
                    { "type": "text/plain", "value": "Hello" },
                    { "type": "text/html", "value": "<p>Hello</p>" }
                  ]
                }
                """
            )!
            .AsObject();

    /// <summary>The valid request with one member (a path such as <c>personalizations.0.to</c>) set, or removed when null.</summary>
    public static JsonObject With(string path, string? json)
    {
        var request = Valid();
        Set(request, path, json);
        return request;
    }

    public static void Set(JsonObject request, string path, string? json)
    {
        var steps = path.Split('.');
        JsonNode owner = request;
        foreach (var step in steps[..^1])
        {
            owner = int.TryParse(step, out var index) ? owner[index]! : owner[step]!;
        }

        if (json is null)
        {
            owner.AsObject().Remove(steps[^1]);
        }
        else
        {
            owner[steps[^1]] = JsonNode.Parse(json);
        }
    }
}
