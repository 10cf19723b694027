using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>
/// The parts of the platforms' APIs that take answers: they want a token, count as the platform counts, refuse what it refuses, and show what they took
/// under <c>/local/platforms/posts</c>.
/// </summary>
internal static class WriteEndpoints
{
    private const int TelegramLimit = 4_096;
    private const int ThreadsLimit = 500;

    public static void MapWriting(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PlatformsSetup.BasePath}/posts", (PostedAnswers posted) => Results.Json(posted.All));
        Map(app, "x", "/2/tweets", OfX);
        Map(app, "mastodon", "/api/v1/statuses", OfMastodon);
        Map(app, "facebook", "/{version}/{target}/{kind}", Taken);
        Map(app, "instagram", "/{version}/{target}/{kind}", Taken);
        Map(app, "threads", "/v1.0/{user}/threads", OfThreads);
        Map(app, "threads", "/v1.0/{user}/threads_publish", Taken);
        Map(app, "telegram", "/{bot}/sendMessage", OfTelegram, needsToken: false);
        Map(app, "vk", "/method/wall.createComment", OfVk);
        Map(app, "line", "/v2/bot/message/push", OfLine);
        Map(app, "bluesky", "/xrpc/com.atproto.repo.putRecord", OfBluesky);
    }

    private static void Map(
        IEndpointRouteBuilder app,
        string platform,
        string path,
        Func<Arrived, PostedAnswers, IResult> take,
        bool needsToken = true
    ) =>
        app.MapPlatform(platform, Limits)
            .MapPost(
                path,
                async (HttpRequest request, PostedAnswers posted) =>
                {
                    if (needsToken && !MastodonEndpoints.IsSignedIn(request))
                    {
                        return Results.Json(new { error = "The access token is invalid" }, statusCode: 401);
                    }

                    var body = request.HasFormContentType
                        ? new JsonObject(
                            (await request.ReadFormAsync()).Select(field =>
                                KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())
                            )
                        )
                        : await JsonSerializer.DeserializeAsync<JsonObject>(request.Body) ?? [];
                    return take(new(platform, request, body), posted);
                }
            );

    private static IResult OfX(Arrived arrived, PostedAnswers posted)
    {
        if (PostLength.Weighted(arrived.Text("text")) > 280)
        {
            return Results.Json(new { title = "Invalid Request", detail = "Your Tweet text is too long." }, statusCode: 403);
        }

        var answer = arrived.Take(posted, null);
        return Results.Json(new { data = new { id = Id(answer), text = arrived.Text("text") } }, statusCode: 201);
    }

    private static IResult OfMastodon(Arrived arrived, PostedAnswers posted) =>
        PostLength.Mastodon(arrived.Text("status")) > 500
            ? Results.Json(new { error = "Validation failed: Text character limit of 500 exceeded" }, statusCode: 422)
            : Results.Json(new { id = Id(arrived.Take(posted, arrived.Request.Headers["Idempotency-Key"].ToString())) });

    private static IResult OfThreads(Arrived arrived, PostedAnswers posted) =>
        arrived.Text("text").Length > ThreadsLimit
            ? Results.Json(new { error = new { message = "Param text must be at most 500 characters long.", code = 100 } }, statusCode: 400)
            : Taken(arrived, posted);

    private static IResult OfTelegram(Arrived arrived, PostedAnswers posted) =>
        arrived.Text("text").Length > TelegramLimit
            ? Results.Json(
                new
                {
                    ok = false,
                    error_code = 400,
                    description = "Bad Request: message is too long",
                },
                statusCode: 400
            )
            : Results.Json(new { ok = true, result = new { message_id = arrived.Take(posted, null).Id } });

    private static IResult OfVk(Arrived arrived, PostedAnswers posted) =>
        Results.Json(new { response = new { comment_id = arrived.Take(posted, arrived.Text("guid")).Id } });

    private static IResult OfLine(Arrived arrived, PostedAnswers posted) =>
        Results.Json(
            new { sentMessages = new[] { new { id = Id(arrived.Take(posted, arrived.Request.Headers["X-Line-Retry-Key"].ToString())) } } }
        );

    private static IResult OfBluesky(Arrived arrived, PostedAnswers posted)
    {
        var text = (string?)arrived.Body["record"]?["text"] ?? "";
        if (PostLength.Graphemes(text) > 300 || PostLength.Bytes(text) > 3_000)
        {
            return Results.Json(
                new { error = "InvalidRequest", message = "Record/text must not be longer than 300 graphemes" },
                statusCode: 400
            );
        }

        var answer = arrived.Take(posted, arrived.Text("rkey"));
        return Results.Json(
            new { uri = $"at://{arrived.Text("repo")}/app.bsky.feed.post/{arrived.Text("rkey")}", cid = $"cid-{Id(answer)}" }
        );
    }

    private static IResult Taken(Arrived arrived, PostedAnswers posted) => Results.Json(new { id = Id(arrived.Take(posted, null)) });

    private static string Id(PostedAnswer answer) => answer.Id.ToString(CultureInfo.InvariantCulture);

    private static void Limits(IHeaderDictionary headers, int left, DateTimeOffset reset)
    {
        headers["x-rate-limit-limit"] = "300";
        headers["x-rate-limit-remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["x-rate-limit-reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    private sealed record Arrived(string Platform, HttpRequest Request, JsonObject Body)
    {
        public string Text(string name) => (string?)Body[name] ?? "";

        public PostedAnswer Take(PostedAnswers posted, string? key) =>
            posted.Add(Platform, Request.Path.ToString(), Body, string.IsNullOrEmpty(key) ? null : key);
    }
}
