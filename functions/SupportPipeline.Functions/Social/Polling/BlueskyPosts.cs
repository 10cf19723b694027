using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>Notifications and found posts of Bluesky.</summary>
internal static class BlueskyPosts
{
    private const string Collection = "/app.bsky.feed.post/";

    /// <summary>Reads one; both kinds name their parts alike.</summary>
    /// <param name="item">The notification or the post.</param>
    /// <param name="account">Our DID.</param>
    public static SocialEvent Read(PayloadNode item, string account)
    {
        var record = item["record"];
        if (item["reason"].Exists && item["reason"].Text is not ("mention" or "reply" or "quote"))
        {
            return ConnectorItems.NotAPost;
        }

        if (
            item["uri"].Id is not { } uri
            || item["cid"].Id is not { } cid
            || item["author"]["did"].Id is not { } author
            || !record.IsObject
        )
        {
            return ConnectorItems.Invalid("A post needs a 'uri', a 'cid', an 'author' and a 'record'.");
        }

        if (author == account)
        {
            return ConnectorItems.OwnPost;
        }

        var text = BlueskyText.Of(record);
        var parent = record["reply"]["parent"]["uri"].Id;
        var quoted = record["embed"]["record"]["uri"].Id ?? record["embed"]["record"]["record"]["uri"].Id;
        var isAnswer = IsOf(parent, account);
        var isAddressed =
            item["reason"].Exists || isAnswer || IsOf(quoted, account) || text.Named.Contains(account, StringComparer.Ordinal);
        return new SocialEvent.Posted(
            new SocialPost
            {
                Platform = SocialPlatform.Bluesky,
                ExternalId = uri,
                Kind =
                    isAnswer ? PostKind.Comment
                    : isAddressed ? PostKind.Mention
                    : PostKind.Post,
                Text = text.Text,
                Author = AuthorOf(item["author"], author),
                Url = UrlOf(item["author"]["handle"].Text, author, uri),
                PublishedAt = item["indexedAt"].Time,
                Language = LanguageOf(record["langs"]),
                Account = isAddressed ? account : "",
                IsAddressedToUs = isAddressed,
                InReplyTo = parent,
                ConversationId = record["reply"]["root"]["uri"].Id ?? uri,
                QuoteOf = quoted,
                Metrics = new()
                {
                    Likes = item["likeCount"].Whole,
                    Shares = item["repostCount"].Whole is { } reposts ? reposts + (item["quoteCount"].Whole ?? 0) : null,
                    Replies = item["replyCount"].Whole,
                },
                Tags = TagsOf(item, record, text),
                ReplyFacts = ConnectorItems.Facts(
                    ("account", account),
                    ("root-uri", record["reply"]["root"]["uri"].Id ?? uri),
                    ("root-cid", record["reply"]["root"]["uri"].Exists ? record["reply"]["root"]["cid"].Id : cid),
                    ("parent-uri", uri),
                    ("parent-cid", cid)
                ),
            }
        );
    }

    private static bool IsOf(string? uri, string account) => uri?.StartsWith($"at://{account}/", StringComparison.Ordinal) == true;

    /// <summary>The language, when the author named one alone.</summary>
    private static string? LanguageOf(PayloadNode languages) =>
        languages.Items.Select(one => one.Text).OfType<string>().ToList() is [{ Length: > 0 } only] ? only : null;

    /// <summary>Labels that begin with an exclamation mark tell apps what to do and are none of a post's words.</summary>
    private static List<string> TagsOf(PayloadNode item, PayloadNode record, BlueskyText text) =>
        [
            .. text
                .Tags.Concat(record["tags"].Items.Select(tag => tag.Text).OfType<string>())
                .Concat(item["labels"].Items.Where(label => !label["neg"].IsTrue).Select(label => label["val"].Text).OfType<string>())
                .Where(tag => tag.Length > 0 && tag[0] != '!')
                .Distinct(StringComparer.Ordinal),
        ];

    private static SocialAuthor AuthorOf(PayloadNode author, string did) =>
        new(did)
        {
            Handle = author["handle"].Text,
            Name = author["displayName"].Text is { Length: > 0 } name ? name : null,
            Followers = author["followersCount"].Whole,
            CreatedAt = author["createdAt"].Time,
            IsVerified = author["verification"]["verifiedStatus"].Text == "valid",
        };

    private static Uri? UrlOf(string? handle, string did, string uri)
    {
        var at = uri.IndexOf(Collection, StringComparison.Ordinal);
        var who = handle is null or "handle.invalid" ? did : handle;
        return at < 0
            ? null
            : new(
                $"https://bsky.app/profile/{Uri.EscapeDataString(who).Replace("%3A", ":", StringComparison.Ordinal)}/post/{Uri.EscapeDataString(uri[(at + Collection.Length)..])}"
            );
    }
}
