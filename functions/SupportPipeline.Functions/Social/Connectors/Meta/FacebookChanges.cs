namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>What happens on a Facebook Page (field <c>feed</c>) and where a Page is named (field <c>mention</c>).</summary>
internal static class FacebookChanges
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

        var item = value["item"].Text;
        if (field is not ("feed" or "mention") || item is not ("comment" or "post" or "status" or "photo" or "video" or "share"))
        {
            return ConnectorItems.NotAPost;
        }

        if (recipient.IsOurs(AuthorOf(value)))
        {
            return ConnectorItems.OwnPost;
        }

        var isComment = item == "comment";
        if ((isComment ? value["comment_id"] : value["post_id"]).Id is not { } id)
        {
            return ConnectorItems.Invalid(isComment ? "A comment needs a 'comment_id'." : "A post needs a 'post_id'.");
        }

        return value["verb"].Text switch
        {
            "add" or "edit" or "edited" or "update" => new SocialEvent.Posted(Post(recipient, value, id, isComment && field == "feed")),
            "unhide" => new SocialEvent.Posted(Post(recipient, value, id, isComment && field == "feed")) { IsRestored = true },
            "remove" or "delete" or "hide" => new SocialEvent.Deleted(SocialPlatform.Facebook, "", id),
            _ => ConnectorItems.NotAPost,
        };
    }

    private static SocialPost Post(MetaRecipient recipient, PayloadNode value, string id, bool isComment)
    {
        var post = value["post_id"].Id;
        var comment = value["comment_id"].Id;
        return new()
        {
            Platform = SocialPlatform.Facebook,
            ExternalId = id,
            Kind = isComment ? PostKind.Comment : PostKind.Mention,
            Text = value["message"].Text ?? "",
            Author = AuthorOf(value) is { } author
                ? new(author) { Name = value["from"]["name"].Text ?? value["sender_name"].Text }
                : SocialAuthor.Unknown(id),
            Url = value["permalink_url"].Link ?? value["post"]["permalink_url"].Link ?? Link(post, comment),
            PublishedAt = value["created_time"].Time ?? recipient.Time,
            Account = recipient.Account,
            IsAddressedToUs = true,
            InReplyTo = comment is null ? null : value["parent_id"].Id ?? post,
            ConversationId = post,
            ReplyFacts = ConnectorItems.Facts(("account", recipient.Account), ("post", post), ("comment", comment)),
        };
    }

    /// <summary>Deliveries of older versions of the Graph API have <c>sender_id</c>; some leave the author out.</summary>
    private static string? AuthorOf(PayloadNode value) => value["from"]["id"].Id ?? value["sender_id"].Id;

    /// <summary>A comment's id is its post's and its own.</summary>
    private static Uri? Link(string? post, string? comment)
    {
        if (post is null)
        {
            return null;
        }

        var address = "https://www.facebook.com/" + Uri.EscapeDataString(post);
        return new(
            comment is null
                ? address
                : $"{address}?comment_id={Uri.EscapeDataString(comment[(comment.IndexOf('_', StringComparison.Ordinal) + 1)..])}"
        );
    }
}
