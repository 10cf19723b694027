namespace SupportPipeline.Social.Connectors.X;

/// <summary>Reads deliveries of the Account Activity API: posts as version 1.1 writes them, several in one delivery. Pure.</summary>
internal static class XAccountActivity
{
    private const string Account = "for_user_id";
    private const string Created = "tweet_create_events";
    private const string Deleted = "tweet_delete_events";

    /// <summary>Whether a payload is of this kind.</summary>
    public static bool IsOne(PayloadNode root) =>
        root[Account].Exists
        || root.Fields.Any(field => field.Name.EndsWith("_events", StringComparison.Ordinal) || field.Name == "user_event");

    /// <summary>Reads the items of a delivery.</summary>
    public static IEnumerable<SocialEvent> Read(PayloadNode root, IReadOnlySet<string> own)
    {
        var us = new XAccount(XPosts.IdOf(root, Account) ?? "", own);
        foreach (var (name, value) in root.Fields)
        {
            foreach (var item in XPosts.Items(value))
            {
                yield return name switch
                {
                    Created => Post(item, us),
                    Deleted => Deletion(item, us),
                    _ => ConnectorItems.NotAPost,
                };
            }
        }
    }

    private static SocialEvent Deletion(PayloadNode item, XAccount us)
    {
        var status = item["status"] is { IsObject: true } inner ? inner : item;
        return XPosts.IdOf(status, "id") is not { } id ? ConnectorItems.Invalid($"{Deleted}.status.id is missing or is not a number.")
            : us.IsOurs(XPosts.IdOf(status, "user_id")) ? ConnectorItems.OwnPost
            : XPosts.Delete(id);
    }

    private static SocialEvent Post(PayloadNode post, XAccount us)
    {
        if (XPosts.IdOf(post, "id") is not { } id)
        {
            return ConnectorItems.Invalid($"{Created}.id_str is missing or is not a number.");
        }

        var user = post["user"];
        if (XPosts.IdOf(user, "id") is not { } author)
        {
            return ConnectorItems.Invalid($"{Created}.user.id_str is missing or is not a number.");
        }

        var original = post["retweeted_status"];
        if (us.IsOurs(author) || us.IsOurs(XPosts.IdOf(original["user"], "id")))
        {
            return ConnectorItems.OwnPost;
        }

        // A long post stands whole in extended_tweet, with its own entities.
        var shown = original.IsObject ? original : post;
        var whole = shown["extended_tweet"] is { IsObject: true } extended ? extended : shown;
        var entities = whole["entities"] is { IsObject: true } own ? own : post["entities"];
        var mentioned = XPosts.Entities(entities["user_mentions"], "id");
        var versions = XPosts.Versions(post["edit_history"]["edit_tweet_ids"]);
        var first = versions is [var earliest, ..] ? earliest : id;
        var answers = us.IsOurs(XPosts.IdOf(post, "in_reply_to_user_id"));
        var quotes = us.IsOurs(XPosts.IdOf(post["quoted_status"]["user"], "id"));
        var isToUs = !original.IsObject && (answers || quotes || mentioned.Any(us.IsOurs));
        return new SocialEvent.Posted(
            new SocialPost
            {
                Platform = SocialPlatform.X,
                ExternalId = first,
                Kind =
                    answers ? PostKind.Comment
                    : isToUs ? PostKind.Mention
                    : PostKind.Post,
                Text = XPosts.Unescape(whole["full_text"].Text ?? whole["text"].Text ?? ""),
                Author = Author(author, user),
                Url = XPosts.Address(id, user["screen_name"].Text),
                PublishedAt = XPosts.Moment(post["created_at"]),
                Language = XPosts.Language(post["lang"].Text),
                Account = us.Id,
                IsAddressedToUs = isToUs,
                InReplyTo = XPosts.IdOf(post, "in_reply_to_status_id"),
                RepostOf = XPosts.IdOf(original, "id"),
                QuoteOf = !original.IsObject ? XPosts.IdOf(post, "quoted_status_id") : null,
                Metrics = !original.IsObject ? Metrics(post) : new(),
                Tags = XPosts.Entities(entities["hashtags"], "text"),
                ReplyFacts = XPosts.ReplyFacts(id, first),
                Revision = Math.Max(0, versions.Count - 1),
            }
        );
    }

    private static SocialAuthor Author(string id, PayloadNode user) =>
        new(id)
        {
            Handle = user["screen_name"].Text,
            Name = user["name"].Text,
            Followers = XPosts.Count(user, "followers_count"),
            Following = XPosts.Count(user, "friends_count"),
            Posts = XPosts.Count(user, "statuses_count"),
            IsVerified = user["verified"].IsTrue,
            CreatedAt = XPosts.Moment(user["created_at"]),
        };

    private static PostMetrics Metrics(PayloadNode post) =>
        new()
        {
            Likes = XPosts.Count(post, "favorite_count"),
            Shares = XPosts.Sum(XPosts.Count(post, "retweet_count"), XPosts.Count(post, "quote_count")),
            Replies = XPosts.Count(post, "reply_count"),
        };
}
