using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>Mastodon's API as far as the product reads it, and what puts statuses in.</summary>
internal static class MastodonEndpoints
{
    private const int MaxLimit = 80;

    public static void MapMastodon(this IEndpointRouteBuilder app)
    {
        var outside = $"{PlatformsSetup.BasePath}/mastodon/statuses";
        app.MapPost(
            outside,
            (JsonObject status, string? type, LocalMastodon server) => Results.Json(server.Add(status, type ?? "mention"))
        );
        app.MapPut(
            $"{outside}/{{id}}",
            (string id, JsonObject change, LocalMastodon server) =>
                server.Edit(id, (string?)change["content"] ?? "") ? Results.NoContent() : Results.NotFound()
        );
        app.MapDelete(
            $"{outside}/{{id}}",
            (string id, LocalMastodon server) => server.Delete(id) ? Results.NoContent() : Results.NotFound()
        );

        var api = app.MapPlatform("mastodon", WriteLimits);
        api.MapGet("/api/v1/notifications", Notifications);
        api.MapGet("/api/v1/statuses", Statuses);
    }

    /// <summary>Whether a request carries a token.</summary>
    internal static bool IsSignedIn(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal);

    private static IResult Notifications(HttpRequest request, LocalMastodon server)
    {
        if (!IsSignedIn(request))
        {
            return Results.Json(new { error = "The access token is invalid" }, statusCode: 401);
        }

        long? behind = long.TryParse(request.Query["min_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 40;
        return Results.Json(server.Notifications([.. request.Query["types[]"].OfType<string>()], behind, Math.Clamp(limit, 1, MaxLimit)));
    }

    private static IResult Statuses(HttpRequest request, LocalMastodon server) =>
        IsSignedIn(request)
            ? Results.Json(server.Statuses(request.Query["id[]"].OfType<string>()))
            : Results.Json(new { error = "The access token is invalid" }, statusCode: 401);

    private static void WriteLimits(IHeaderDictionary headers, int left, DateTimeOffset reset)
    {
        headers["X-RateLimit-Limit"] = "300";
        headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = reset.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
    }
}
