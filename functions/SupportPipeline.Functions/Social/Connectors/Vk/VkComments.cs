namespace SupportPipeline.Social.Connectors.Vk;

/// <summary>
/// Comments under what belongs to our community: posts, photos, videos, products, and messages in its discussions. Some of VK's objects name the owner and
/// others do not; it is always the community that the delivery is for, so that an edit and a deletion meet the comment they are about.
/// </summary>
internal static class VkComments
{
    private static readonly VkThing[] s_things =
    [
        new("wall_reply_", "wall", "post_id", "reply"),
        new("photo_comment_", "photo", "photo_id", null),
        new("video_comment_", "video", "video_id", null),
        new("market_comment_", "product", "item_id", null),
        new("board_post_", "topic", "topic_id", "post"),
    ];

    /// <summary>Reads one event; null when it is about no comment.</summary>
    public static SocialEvent? Read(string community, string type, PayloadNode comment)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var thing in s_things)
        {
            if (type.StartsWith(thing.Prefix, StringComparison.Ordinal))
            {
                return Read(community, thing, type[thing.Prefix.Length..], comment);
            }
        }

        return null;
    }

    private static SocialEvent Read(string community, VkThing thing, string act, PayloadNode comment)
    {
        if (act is not ("new" or "edit" or "restore" or "delete"))
        {
            return ConnectorItems.NotAPost;
        }

        var item = comment[thing.Item].Whole;
        if (comment["id"].Whole is not { } number || (thing.Name == "topic" && item is null))
        {
            return ConnectorItems.Invalid($"A comment needs an 'id'{(thing.Name == "topic" ? " and a 'topic_id'" : "")}.");
        }

        var id = IdOf(thing, community, item, number);
        if (comment["from_id"].Number == community)
        {
            return ConnectorItems.OwnPost;
        }

        return act == "delete" || comment["deleted"].IsTrue
            ? new SocialEvent.Deleted(SocialPlatform.Vk, "", id)
            : new SocialEvent.Posted(Post(community, thing, item, number, comment) with { ExternalId = id })
            {
                IsRestored = act == "restore",
            };
    }

    private static SocialPost Post(string community, VkThing thing, long? item, long number, PayloadNode comment)
    {
        var id = IdOf(thing, community, item, number);
        var under = item is null ? null : $"{thing.Name}{community}_{item}";
        var answered = comment["reply_to_user"].Number;
        return new()
        {
            Platform = SocialPlatform.Vk,
            ExternalId = id,
            Kind = PostKind.Comment,
            Text = VkText.Plain(comment["text"].Text ?? ""),
            Author = comment["from_id"].Number is { } author ? new(author) : SocialAuthor.Unknown(id),
            Url = under is null ? null : new Uri($"https://vk.com/{under}{(thing.Query is null ? "" : $"?{thing.Query}={number}")}"),
            PublishedAt = comment["date"].Time,
            Account = community[1..],

            // Under a comment of somebody else's, people talk with each other.
            IsAddressedToUs = answered is null or "0" || answered == community || VkText.Names(comment["text"].Text, community[1..]),
            InReplyTo = comment["reply_to_comment"].Whole is { } parent and > 0 ? IdOf(thing, community, item, parent) : under,
            ConversationId = under,
            ReplyFacts = ConnectorItems.Facts(
                ("thing", thing.Name),
                ("owner", community),
                ("item", comment[thing.Item].Number),
                ("comment", comment["id"].Number)
            ),
        };
    }

    /// <summary>Comments are numbered by owner and kind of thing; in discussions by topic.</summary>
    private static string IdOf(VkThing thing, string community, long? item, long number) =>
        thing.Name == "topic" ? $"topic{community}_{item}_r{number}" : $"{thing.Name}{community}_r{number}";

    /// <summary>Something that can be commented on.</summary>
    /// <param name="Prefix">How its events' types begin.</param>
    /// <param name="Name">How its addresses begin.</param>
    /// <param name="Item">The field that says which one it is.</param>
    /// <param name="Query">What leads to a comment in its address; null when nothing does.</param>
    private sealed record VkThing(string Prefix, string Name, string Item, string? Query);
}
