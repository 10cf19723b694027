using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>Bluesky's API as far as the product reads it, and what puts posts in.</summary>
internal static class BlueskyEndpoints
{
    private const int MaxLimit = 100;

    public static void MapBluesky(this IEndpointRouteBuilder app)
    {
        var outside = $"{PlatformsSetup.BasePath}/bluesky/posts";
        app.MapPost(outside, (JsonObject post, LocalBluesky network) => Results.Json(network.Add(post)));
        app.MapDelete(outside, (string uri, LocalBluesky network) => network.Delete(uri) ? Results.NoContent() : Results.NotFound());

        var api = app.MapPlatform("bluesky", WriteLimits);
        api.MapPost("/xrpc/com.atproto.server.createSession", (LocalBluesky network) => Results.Json(network.SignIn(isRenewal: false)));
        api.MapPost("/xrpc/com.atproto.server.refreshSession", (LocalBluesky network) => Results.Json(network.SignIn(isRenewal: true)));
        api.MapGet("/xrpc/app.bsky.notification.listNotifications", Notifications);
        api.MapGet("/xrpc/app.bsky.feed.searchPosts", Search);
        api.MapGet(
            "/xrpc/app.bsky.feed.getPosts",
            (HttpRequest request, LocalBluesky network) =>
                Results.Json(new { posts = network.Posts([.. request.Query["uris"].OfType<string>()]) })
        );
    }

    private static IResult Notifications(HttpRequest request, LocalBluesky network)
    {
        var (page, cursor) = network.Page(
            one => one["reason"] is { } reason && request.Query["reasons"].Contains((string?)reason, StringComparer.Ordinal),
            request.Query["cursor"],
            Limit(request)
        );
        return MastodonEndpoints.IsSignedIn(request)
            ? Results.Json(new JsonObject { ["notifications"] = page, ["cursor"] = cursor })
            : Results.Json(new { error = "AuthMissing" }, statusCode: 401);
    }

    private static IResult Search(HttpRequest request, LocalBluesky network)
    {
        var words = request.Query["q"].ToString();
        var since = request.Query["since"].ToString();
        var (page, cursor) = network.Page(
            one =>
                ((string)one["record"]!["text"]!).Contains(words, StringComparison.OrdinalIgnoreCase)
                && string.CompareOrdinal((string)one["indexedAt"]!, since) >= 0,
            request.Query["cursor"],
            Limit(request)
        );
        return Results.Json(new JsonObject { ["posts"] = page, ["cursor"] = cursor });
    }

    private static int Limit(HttpRequest request) =>
        int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? Math.Clamp(limit, 1, MaxLimit)
            : 50;

    private static void WriteLimits(IHeaderDictionary headers, int left, DateTimeOffset reset)
    {
        headers["ratelimit-limit"] = "3000";
        headers["ratelimit-remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
