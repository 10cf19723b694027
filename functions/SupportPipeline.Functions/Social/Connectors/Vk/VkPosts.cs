namespace SupportPipeline.Social.Connectors.Vk;

/// <summary>Posts on our community's wall, reposts of ours, and messages to the community.</summary>
internal static class VkPosts
{
    /// <summary>Conversations of several people are numbered from here on.</summary>
    private const long FirstChat = 2_000_000_000;

    /// <summary>Reads one event that is about no comment.</summary>
    public static SocialEvent Read(string community, string type, PayloadNode about) =>
        type switch
        {
            "wall_post_new" or "wall_repost" => Post(community, about),

            // From version 5.103 on a new message lies in a field of its own.
            "message_new" => Message(community, about["message"].IsObject ? about["message"] : about),
            "message_edit" => Message(community, about),
            "message_reply" => ConnectorItems.OwnPost,
            _ => ConnectorItems.NotAPost,
        };

    private static SocialEvent Post(string community, PayloadNode post)
    {
        var author = post["from_id"].Number;
        if (author == community)
        {
            return ConnectorItems.OwnPost;
        }

        if (post["id"].Whole is not { } number || author is null)
        {
            return ConnectorItems.Invalid("A post needs an 'id' and a 'from_id'.");
        }

        if (post["post_type"].Text == "postpone")
        {
            return ConnectorItems.NotAPost;
        }

        var owner = post["owner_id"].Number ?? community;
        var id = $"wall{owner}_{number}";
        var text = VkText.Plain(post["text"].Text ?? "");
        var first = post["copy_history"].Items.FirstOrDefault();
        var original = first["owner_id"].Whole is { } source && first["id"].Whole is { } place ? $"wall{source}_{place}" : null;

        // Proposed posts wait for an administrator's word and are seen by nobody else.
        var isProposed = post["post_type"].Text == "suggest";
        return new SocialEvent.Posted(
            new()
            {
                Platform = SocialPlatform.Vk,
                ExternalId = id,
                Kind = PostKind.Mention,
                Audience = isProposed ? PostAudience.Us : PostAudience.Everyone,
                Text = text,
                Author = new(author),
                Url = isProposed ? null : new Uri($"https://vk.com/{id}"),
                PublishedAt = post["date"].Time,
                Account = community[1..],
                IsAddressedToUs = true,
                RepostOf = text.Length == 0 ? original : null,
                QuoteOf = text.Length > 0 ? original : null,
                Metrics = Metrics(post),
                ReplyFacts = ConnectorItems.Facts(("thing", "wall"), ("owner", owner), ("item", post["id"].Number)),
            }
        );
    }

    private static SocialEvent Message(string community, PayloadNode message)
    {
        var author = message["from_id"].Number;
        if (author == community || message["out"].IsTrue)
        {
            return ConnectorItems.OwnPost;
        }

        // Who joined or left a conversation is an action.
        if (message["action"].IsObject)
        {
            return ConnectorItems.NotAPost;
        }

        // In conversations 'id' is 0; the number within the conversation is always there.
        if (author is null || message["peer_id"].Whole is not { } peer || message["conversation_message_id"].Whole is not { } number)
        {
            return ConnectorItems.Invalid("A message needs a 'from_id', a 'peer_id' and a 'conversation_message_id'.");
        }

        var isToUsAlone = peer < FirstChat;
        var text = message["text"].Text;
        return new SocialEvent.Posted(
            new()
            {
                Platform = SocialPlatform.Vk,
                ExternalId = $"message{peer}_{number}",
                Kind = isToUsAlone ? PostKind.DirectMessage : PostKind.Post,
                Audience = isToUsAlone ? PostAudience.Us : PostAudience.Followers,
                Text = VkText.Plain(text ?? ""),
                Author = new(author),
                PublishedAt = message["date"].Time,
                Revision = message["update_time"].Whole ?? 0,
                Account = community[1..],
                IsAddressedToUs = isToUsAlone || VkText.Names(text, community[1..]),
                InReplyTo = message["reply_message"]["conversation_message_id"].Whole is { } answered ? $"message{peer}_{answered}" : null,
                ConversationId = message["peer_id"].Number,
                ReplyFacts = ConnectorItems.Facts(
                    ("peer", message["peer_id"].Number),
                    ("message", message["conversation_message_id"].Number)
                ),
            }
        );
    }

    private static PostMetrics Metrics(PayloadNode post) =>
        new()
        {
            Likes = Count(post["likes"]),
            Shares = Count(post["reposts"]),
            Replies = Count(post["comments"]),
            Views = Count(post["views"]),
        };

    private static long? Count(PayloadNode counted) => counted["count"].Whole is { } count and >= 0 ? count : null;
}
