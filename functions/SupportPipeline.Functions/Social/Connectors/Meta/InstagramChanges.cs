namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>
/// Comments on Instagram and where an account of ours is named. Comments are never edited there, and nothing tells that one was deleted.
/// </summary>
internal static class InstagramChanges
{
    /// <summary>Reads one change.</summary>
    public static SocialEvent Read(MetaRecipient recipient, PayloadNode change)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var value = change["value"];
        if (change["field"].Text is not { } field || !value.IsObject)
        {
            return ConnectorItems.Invalid("A change needs a 'field' and a 'value'.");
        }

        return field switch
        {
            "comments" or "live_comments" => Comment(recipient, value, field == "live_comments"),
            "mentions" => Mention(recipient, value),
            _ => ConnectorItems.NotAPost,
        };
    }

    /// <summary>A comment under an advertisement comes twice, with one id; the second is the same post again.</summary>
    private static SocialEvent Comment(MetaRecipient recipient, PayloadNode value, bool isLive)
    {
        var from = value["from"];
        if (recipient.IsOurs(from["id"].Id) || recipient.IsOurs(from["self_ig_scoped_id"].Id) || recipient.Own.Has(from["username"].Text))
        {
            return ConnectorItems.OwnPost;
        }

        if (value["id"].Id is not { } id)
        {
            return ConnectorItems.Invalid("A comment needs an 'id'.");
        }

        var media = value["media"]["id"].Id;
        return new SocialEvent.Posted(
            new()
            {
                Platform = SocialPlatform.Instagram,
                ExternalId = id,
                Kind = PostKind.Comment,
                Text = value["text"].Text ?? "",
                Author = from["id"].Id is { } author ? new(author) { Handle = from["username"].Text } : SocialAuthor.Unknown(id),
                PublishedAt = recipient.Time,
                Account = recipient.Account,
                IsAddressedToUs = true,
                InReplyTo = value["parent_id"].Id ?? media,
                ConversationId = media,
                ReplyFacts = ConnectorItems.Facts(
                    ("account", recipient.Account),
                    ("comment", id),
                    ("media", media),
                    ("live", isLive ? "true" : null)
                ),
            }
        );
    }

    /// <summary>
    /// Instagram tells only the ids of where we were named; words and author take a request with an access token, and connectors make none. It is kept
    /// without words, so that somebody looks at it and it counts. Its external id differs from a comment's own: should the same comment come as a comment
    /// too, its words are not overwritten with nothing.
    /// </summary>
    private static SocialEvent Mention(MetaRecipient recipient, PayloadNode value)
    {
        var comment = value["comment_id"].Id;
        var media = value["media_id"].Id;
        if ((comment ?? media) is not { Length: <= PayloadNode.MaxId - 8 } id)
        {
            return ConnectorItems.Invalid("A mention needs a 'comment_id' or a 'media_id'.");
        }

        return new SocialEvent.Posted(
            new()
            {
                Platform = SocialPlatform.Instagram,
                ExternalId = "mention-" + id,
                Kind = PostKind.Mention,
                Text = "",
                Author = SocialAuthor.Unknown("mention-" + id),
                PublishedAt = recipient.Time,
                Account = recipient.Account,
                IsAddressedToUs = true,
                ConversationId = media,
                ReplyFacts = ConnectorItems.Facts(
                    ("account", recipient.Account),
                    ("mentioned-comment", comment),
                    ("mentioned-media", media)
                ),
            }
        );
    }
}
