using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.LocalHost.Webhooks;

/// <summary>Puts stand-ins of a Slack and a Teams webhook into a host; <c>GET /local/webhooks</c> shows what they took.</summary>
internal static class WebhookSinkSetup
{
    private const string BasePath = "/local/webhooks";
    private const string Slack = "slack";
    private const string Teams = "teams";

    /// <summary>The settings by which the product tells alerts to the stand-ins.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        yield return new("Social:Alerts:AllowLoopback", "true");
        yield return new("Social:Alerts:SlackWebhook", new Uri(baseAddress, $"{BasePath}/{Slack}").ToString());
        yield return new("Social:Alerts:TeamsWebhook", new Uri(baseAddress, $"{BasePath}/{Teams}").ToString());
    }

    public static IServiceCollection AddWebhookSink(this IServiceCollection services) => services.AddSingleton<WebhookSink>();

    public static IEndpointRouteBuilder MapWebhookSink(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet(BasePath, (WebhookSink sink) => Results.Json(sink.All));
        Map(app, Slack, body => (string?)body["text"] is { Length: > 0 }, () => Results.Text("ok"));
        Map(app, Teams, IsCard, () => Results.Accepted());
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, string channel, Func<JsonObject, bool> isRight, Func<IResult> taken) =>
        app.MapPost(
            $"{BasePath}/{channel}",
            async (HttpRequest request, WebhookSink sink, CancellationToken ct) =>
            {
                try
                {
                    var body = await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, cancellationToken: ct);
                    if (body is not null && isRight(body))
                    {
                        sink.Add(channel, body);
                        return taken();
                    }
                }
                catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
                {
                    // Refused below, as the services do.
                }

                return Results.Text("invalid_payload", statusCode: StatusCodes.Status400BadRequest);
            }
        );

    /// <summary>A message with one Adaptive Card.</summary>
    private static bool IsCard(JsonObject body) =>
        (string?)body["type"] == "message"
        && body["attachments"] is JsonArray { Count: 1 } attachments
        && (string?)attachments[0]?["contentType"] == "application/vnd.microsoft.card.adaptive"
        && (string?)attachments[0]?["content"]?["type"] == "AdaptiveCard";
}
