using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>The request by which an answer is posted, for each platform whose API takes one request. Pure.</summary>
internal static class PostRequests
{
    private const string GraphVersion = "v24.0";
    private const string VkVersion = "5.199";

    /// <summary>The request; null where answering takes more than one (Threads, Bluesky).</summary>
    public static HttpRequestMessage? Of(Mention mention, PublicReply reply, PublicRepliesOptions options)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        var target = PostedText.Target(mention, reply.IsPrivate) ?? throw new InvalidOperationException("The answer has no target.");
        var text = PostedText.Of(mention, reply.Text);
        var facts = mention.Post.ReplyFacts;
        return mention.Post.Platform switch
        {
            SocialPlatform.X => Json(
                options.X,
                "2/tweets",
                new()
                {
                    ["text"] = text,
                    ["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = target },
                }
            ),
            SocialPlatform.Mastodon => With(
                Json(
                    options.Mastodon,
                    "api/v1/statuses",
                    new()
                    {
                        ["status"] = text,
                        ["in_reply_to_id"] = target,
                        ["visibility"] = reply.IsPrivate ? "direct" : facts.GetValueOrDefault("visibility") ?? "public",
                    }
                ),
                ("Idempotency-Key", reply.Id)
            ),
            SocialPlatform.Facebook or SocialPlatform.Instagram => Graph(mention, reply, options, target, text),
            SocialPlatform.Telegram => Telegram(options, facts, target, text),
            SocialPlatform.Vk => Vk(reply, options, facts, target, text),
            SocialPlatform.Line => With(
                Json(
                    options.Line,
                    "v2/bot/message/push",
                    new()
                    {
                        ["to"] = target,
                        ["messages"] = new JsonArray
                        {
                            new JsonObject { ["type"] = "text", ["text"] = text },
                        },
                    }
                ),
                ("X-Line-Retry-Key", GuidOf(reply.Id).ToString())
            ),
            _ => null,
        };
    }

    /// <summary>The two requests of Threads: a container, then its publication.</summary>
    public static HttpRequestMessage Threads(UserReplyOptions account, string step, params (string Name, string Value)[] fields) =>
        Form(account, $"v1.0/{Uri.EscapeDataString(account.UserId)}/{step}", fields);

    private static HttpRequestMessage Graph(Mention mention, PublicReply reply, PublicRepliesOptions options, string target, string text)
    {
        var isFacebook = mention.Post.Platform == SocialPlatform.Facebook;
        var account = isFacebook ? options.Facebook : options.Instagram;
        var way = Uri.EscapeDataString(target);
        if (!reply.IsPrivate)
        {
            return Form(account, $"{GraphVersion}/{way}/{(isFacebook ? "comments" : "replies")}", ("message", text));
        }

        var sender = mention.Post.ReplyFacts.GetValueOrDefault("account") ?? mention.Post.Account;
        return Json(
            account,
            $"{GraphVersion}/{Uri.EscapeDataString(sender)}/messages",
            new()
            {
                ["recipient"] = new JsonObject { ["comment_id"] = target },
                ["message"] = new JsonObject { ["text"] = text },
            }
        );
    }

    private static HttpRequestMessage Telegram(
        PublicRepliesOptions options,
        IReadOnlyDictionary<string, string> facts,
        string chat,
        string text
    )
    {
        var body = new JsonObject { ["chat_id"] = chat, ["text"] = text };
        if (long.TryParse(facts["message"], NumberStyles.None, CultureInfo.InvariantCulture, out var message))
        {
            body["reply_parameters"] = new JsonObject { ["message_id"] = message };
        }

        if (facts.TryGetValue("business-connection", out var connection))
        {
            body["business_connection_id"] = connection;
        }

        // Telegram takes the token in the address and nowhere else.
        var request = Json(options.Telegram, $"bot{options.Telegram.Token}/sendMessage", body);
        request.Headers.Authorization = null;
        return request;
    }

    private static HttpRequestMessage Vk(
        PublicReply reply,
        PublicRepliesOptions options,
        IReadOnlyDictionary<string, string> facts,
        string item,
        string text
    )
    {
        var fields = new List<(string, string)>
        {
            ("owner_id", facts["owner"]),
            ("post_id", item),
            ("message", text),
            ("from_group", "1"),
            ("guid", reply.Id),
            ("v", VkVersion),
        };
        if (facts.TryGetValue("comment", out var comment))
        {
            fields.Add(("reply_to_comment", comment));
        }

        return Form(options.Vk, "method/wall.createComment", [.. fields]);
    }

    private static HttpRequestMessage Json(ReplyAccount account, string path, JsonObject body) =>
        Post(account, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    private static HttpRequestMessage Form(ReplyAccount account, string path, params (string Name, string Value)[] fields) =>
        Post(account, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static HttpRequestMessage Post(ReplyAccount account, string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(account.BaseAddress.TrimEnd('/') + "/"), path))
        {
            Content = content,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        return request;
    }

    private static HttpRequestMessage With(HttpRequestMessage request, (string Name, string Value) header)
    {
        request.Headers.Add(header.Name, header.Value);
        return request;
    }

    /// <summary>The same for the same answer, so that LINE knows it again.</summary>
    private static Guid GuidOf(string replyId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(replyId)).AsSpan(0, 16));
}
