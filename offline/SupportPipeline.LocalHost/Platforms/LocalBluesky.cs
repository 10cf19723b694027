using System.Globalization;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>Bluesky in memory with one account of ours: posts in the order they were indexed.</summary>
internal sealed class LocalBluesky(TimeProvider clock)
{
    /// <summary>Our account.</summary>
    public const string AccountId = "did:plc:ourdesk";

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _posts = [];
    private long _last = 100;

    /// <summary>How often somebody signed in with a password.</summary>
    public int Sessions { get; private set; }

    /// <summary>Signs in, or renews a session.</summary>
    public JsonObject SignIn(bool isRenewal)
    {
        lock (_gate)
        {
            Sessions += isRenewal ? 0 : 1;
            var number = ++_last;
            return new()
            {
                ["did"] = AccountId,
                ["handle"] = "desk.example",
                ["accessJwt"] = $"access-{number}",
                ["refreshJwt"] = $"refresh-{number}",
            };
        }
    }

    /// <summary>Puts a post in; what it leaves out is filled in. A <c>reason</c> makes it a notification for us too.</summary>
    public JsonObject Add(JsonObject post)
    {
        ArgumentNullException.ThrowIfNull(post);
        lock (_gate)
        {
            var number = (++_last).ToString(CultureInfo.InvariantCulture);
            var author = post["author"] as JsonObject ?? new JsonObject();
            author["did"] ??= "did:plc:visitor";
            author["handle"] ??= "visitor.example";
            post["author"] = author.DeepClone();
            post["uri"] ??= $"at://{(string)author["did"]!}/app.bsky.feed.post/3k{number}";
            post["cid"] ??= $"bafy{number}";
            post["indexedAt"] ??= clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var record = post["record"] as JsonObject ?? new JsonObject();
            record["$type"] ??= "app.bsky.feed.post";
            record["text"] ??= "";
            record["createdAt"] ??= "1999-01-01T00:00:00Z";
            post["record"] = record.DeepClone();
            _posts.Add((JsonObject)post.DeepClone());
            return (JsonObject)post.DeepClone();
        }
    }

    /// <summary>Removes a post.</summary>
    public bool Delete(string uri)
    {
        lock (_gate)
        {
            return _posts.RemoveAll(one => (string?)one["uri"] == uri) > 0;
        }
    }

    /// <summary>A page of posts, newest first; the cursor counts those before it.</summary>
    public (JsonArray Page, string? Cursor) Page(Func<JsonObject, bool> isWanted, string? cursor, int limit)
    {
        lock (_gate)
        {
            var skip = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0;
            var found = _posts.Where(isWanted).Reverse().Skip(skip).Take(limit + 1).ToList();
            var next = found.Count > limit ? (skip + limit).ToString(CultureInfo.InvariantCulture) : null;
            return (new([.. found.Take(limit).Select(one => one.DeepClone())]), next);
        }
    }

    /// <summary>Those of some posts that exist.</summary>
    public JsonArray Posts(IReadOnlyCollection<string> uris) =>
        Page(one => uris.Contains((string?)one["uri"] ?? "", StringComparer.Ordinal), null, 25).Page;
}
