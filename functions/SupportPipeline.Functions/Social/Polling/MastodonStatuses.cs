using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>Notifications and statuses of a Mastodon server. Ids are the server's own, so its name stands before them.</summary>
internal static class MastodonStatuses
{
    /// <summary>Reads a notification: mentions and quotes say something, the others do not.</summary>
    public static SocialEvent ReadNotification(PayloadNode notification, string server, string account) =>
        notification["type"].Text is "mention" or "quote" ? ReadStatus(notification["status"], server, account) : ConnectorItems.NotAPost;

    /// <summary>Reads a status.</summary>
    public static SocialEvent ReadStatus(PayloadNode status, string server, string account)
    {
        if (
            status["id"].Id is not { } id
            || status["account"]["id"].Id is not { } author
            || Name(server, id) is not { } name
            || Name(server, author) is not { } writer
        )
        {
            return ConnectorItems.Invalid("A status needs an 'id' and an 'account'.");
        }

        if (author == account)
        {
            return ConnectorItems.OwnPost;
        }

        var audience = AudienceOf(status["visibility"].Text);
        var isAnswer = status["in_reply_to_account_id"].Id == account;
        var reblog = status["reblog"];
        return new SocialEvent.Posted(
            new SocialPost
            {
                Platform = SocialPlatform.Mastodon,
                ExternalId = name,
                Kind =
                    audience == PostAudience.Us ? PostKind.DirectMessage
                    : isAnswer ? PostKind.Comment
                    : PostKind.Mention,
                Audience = audience,
                Text = TextOf(reblog.IsObject ? reblog : status),
                Author = AuthorOf(status["account"], writer),
                Url = status["url"].Link ?? status["uri"].Link,
                PublishedAt = status["created_at"].Time,
                Language = status["language"].Text is { Length: > 0 } language ? language : null,
                Account = account,
                IsAddressedToUs = true,
                InReplyTo = Name(server, status["in_reply_to_id"].Id),
                RepostOf = Name(server, reblog["id"].Id),
                QuoteOf = Name(server, status["quote"]["quoted_status"]["id"].Id),
                Metrics = new()
                {
                    Likes = status["favourites_count"].Whole,
                    Shares = status["reblogs_count"].Whole is { } boosts ? boosts + (status["quotes_count"].Whole ?? 0) : null,
                    Replies = status["replies_count"].Whole,
                },
                Tags = [.. status["tags"].Items.Select(tag => tag["name"].Text).OfType<string>().Where(tag => tag.Length > 0)],
                Revision = status["edited_at"].Time?.ToUnixTimeMilliseconds() ?? 0,
                ReplyFacts = ConnectorItems.Facts(
                    ("server", server),
                    ("account", account),
                    ("status", id),
                    ("acct", status["account"]["acct"].Text),
                    ("visibility", status["visibility"].Text)
                ),
            }
        );
    }

    /// <summary>The external id of a status of a server; null without an id.</summary>
    public static string? Name(string server, string? id) =>
        id is null || server.Length + id.Length + 1 > PayloadNode.MaxId ? null : $"{server}/{id}";

    /// <summary>What we do not know is taken for the narrowest: an answer must not be seen by more people than the question.</summary>
    private static PostAudience AudienceOf(string? visibility) =>
        visibility switch
        {
            "public" => PostAudience.Everyone,
            "unlisted" => PostAudience.Unlisted,
            "private" => PostAudience.Followers,
            _ => PostAudience.Us,
        };

    /// <summary>A content warning stands before the text.</summary>
    private static string TextOf(PayloadNode status)
    {
        var text = MastodonText.Of(status["content"].Text ?? "");
        return status["spoiler_text"].Text is { Length: > 0 } warning ? $"{warning}\n\n{text}".Trim() : text;
    }

    private static SocialAuthor AuthorOf(PayloadNode account, string id) =>
        new(id)
        {
            Handle = account["acct"].Text,
            Name = account["display_name"].Text is { Length: > 0 } name ? name : null,
            Followers = account["followers_count"].Whole,
            Following = account["following_count"].Whole,
            Posts = account["statuses_count"].Whole,
            IsBot = account["bot"].IsTrue,
            CreatedAt = account["created_at"].Time,
        };
}
