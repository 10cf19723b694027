namespace SupportPipeline.Social.Connectors.X;

/// <summary>Reads an event of the X Activity API. Pure.</summary>
internal static class XActivity
{
    private const string Created = "post.create";
    private const string Deleted = "post.delete";
    private const string Repost = "post.repost.create";

    /// <summary>X tells these of accounts that allowed us to read them, which are our own; the others may be of an account that we only watch.</summary>
    private static readonly string[] s_aboutUs = ["post.mention.create", "post.reply.create", "post.quote.create", Repost];

    /// <summary>Reads what stands in <c>data</c>.</summary>
    /// <param name="data">The envelope with <c>event_type</c>, <c>filter</c>, <c>payload</c> and <c>includes</c>.</param>
    /// <param name="beside">What stands as <c>includes</c> beside <c>data</c>, where X puts it there.</param>
    /// <param name="own">Our accounts as configured.</param>
    public static SocialEvent Read(PayloadNode data, PayloadNode beside, IReadOnlySet<string> own)
    {
        if (data["event_type"].Text is not { } type)
        {
            return ConnectorItems.Invalid("data.event_type is missing.");
        }

        var isAboutUs = s_aboutUs.Contains(type, StringComparer.Ordinal);
        if (!isAboutUs && type is not Created and not Deleted)
        {
            return ConnectorItems.NotAPost;
        }

        var post = Inner(data["payload"]);
        if (XPosts.IdOf(post, "id") is not { } id)
        {
            return ConnectorItems.Invalid("data.payload.id is missing or is not a number.");
        }

        var us = new XAccount(isAboutUs ? XPosts.IdOf(data["filter"], "user_id") ?? "" : "", own);
        var author = XPosts.IdOf(post, "author_id");
        return us.IsOurs(author) ? ConnectorItems.OwnPost
            : type == Deleted ? XPosts.Delete(id)
            : author is null ? ConnectorItems.Invalid("data.payload.author_id is missing or is not a number.")
            : Post(data["includes"].Exists ? data["includes"] : beside, post, new(id, author, type), us);
    }

    private static SocialEvent Post(PayloadNode includes, PayloadNode post, Named named, XAccount us)
    {
        var references = XPosts
            .Items(post["referenced_tweets"])
            .Take(10)
            .ToLookup(one => one["type"].Text ?? "", one => XPosts.IdOf(one, "id"), StringComparer.Ordinal);
        var repostOf = references["retweeted"].FirstOrDefault();
        var original = repostOf is null ? default : Included(includes, "tweets", repostOf);
        var entities = post["entities"];
        var mentioned = XPosts.Entities(entities["mentions"], "id");
        if (repostOf is not null && us.IsOurs(OriginalAuthor(original, post, entities)))
        {
            // The words are ours: many reposts of our own apology are not many complaints.
            return ConnectorItems.OwnPost;
        }

        var versions = XPosts.Versions(post["edit_history_tweet_ids"]);
        var first = versions is [var earliest, ..] ? earliest : named.Id;
        var answers = us.IsOurs(XPosts.IdOf(post, "in_reply_to_user_id")) || named.Type == "post.reply.create";
        var isToUs = answers || named.Type is "post.mention.create" or "post.quote.create" || mentioned.Any(us.IsOurs);
        var who = Author(named.Author, Included(includes, "users", named.Author));
        return new SocialEvent.Posted(
            new SocialPost
            {
                Platform = SocialPlatform.X,
                ExternalId = first,
                Kind =
                    answers ? PostKind.Comment
                    : isToUs ? PostKind.Mention
                    : PostKind.Post,
                Text =
                    repostOf is null ? Text(post)
                    : original.Exists ? Text(original)
                    : XPosts.WithoutRepostMark(Text(post)),
                Author = who,
                Url = XPosts.Address(named.Id, who.Handle),
                PublishedAt = XPosts.Moment(post["created_at"]),
                Language = XPosts.Language(post["lang"].Text),
                Account = us.Id,
                IsAddressedToUs = isToUs,
                InReplyTo = references["replied_to"].FirstOrDefault() ?? XPosts.IdOf(post, "in_reply_to_tweet_id"),
                ConversationId = XPosts.IdOf(post, "conversation_id"),
                RepostOf = repostOf,
                QuoteOf = references["quoted"].FirstOrDefault(),
                Metrics = repostOf is null ? Metrics(post["public_metrics"]) : new(),
                Tags = XPosts.Entities(entities["hashtags"], "tag"),
                ReplyFacts = XPosts.ReplyFacts(named.Id, first),
                Revision = Math.Max(0, versions.Count - 1),
            }
        );
    }

    /// <summary>Posts of more than 280 characters stand whole in <c>note_tweet</c>; their <c>text</c> is cut.</summary>
    private static string Text(PayloadNode post) => XPosts.Unescape(post["note_tweet"]["text"].Text ?? post["text"].Text ?? "");

    private static SocialAuthor Author(string id, PayloadNode user)
    {
        var metrics = user["public_metrics"];
        return new(id)
        {
            Handle = user["username"].Text,
            Name = user["name"].Text,
            Followers = XPosts.Count(metrics, "followers_count"),
            Following = XPosts.Count(metrics, "following_count"),
            Posts = XPosts.Count(metrics, "tweet_count"),

            // A blue mark is bought; for organisations and governments X has looked.
            IsVerified = user["verified_type"].Text is { } type ? type is "business" or "government" : user["verified"].IsTrue,
            IsBot = user["affiliation"]["description"].Text == "Automated",
            CreatedAt = XPosts.Moment(user["created_at"]),
        };
    }

    private static PostMetrics Metrics(PayloadNode metrics) =>
        new()
        {
            Likes = XPosts.Count(metrics, "like_count"),
            Shares = XPosts.Sum(XPosts.Count(metrics, "retweet_count"), XPosts.Count(metrics, "quote_count")),
            Replies = XPosts.Count(metrics, "reply_count"),
            Views = XPosts.Count(metrics, "impression_count"),
        };

    /// <summary>Who wrote what is repeated: the included post says it, else the account that the text begins with.</summary>
    private static string? OriginalAuthor(PayloadNode original, PayloadNode post, PayloadNode entities) =>
        original.Exists ? XPosts.IdOf(original, "author_id")
        : post["text"].Text?.StartsWith("RT @", StringComparison.Ordinal) == true
            ? XPosts
                .Items(entities["mentions"])
                .Where(one => one["start"].Whole == 3)
                .Select(one => XPosts.IdOf(one, "id"))
                .FirstOrDefault()
        : null;

    private static PayloadNode Included(PayloadNode includes, string name, string id) =>
        XPosts.Items(includes[name]).Take(100).Select(Inner).FirstOrDefault(one => XPosts.IdOf(one, "id") == id);

    /// <summary>An object that may stand one level deeper, in a <c>data</c> of its own.</summary>
    private static PayloadNode Inner(PayloadNode outer) => outer["data"] is { IsObject: true } inner ? inner : outer;

    private sealed record Named(string Id, string Author, string Type);
}
