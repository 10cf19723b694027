namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>
/// Threads, which has an envelope of its own. It names the author by user name alone, so that is the author's id; nothing tells that a post was edited.
/// </summary>
internal static class ThreadsUpdates
{
    /// <summary>Reads a delivery; <c>values</c> is one change, and a list of them is understood too.</summary>
    public static IReadOnlyList<SocialEvent> Read(PayloadNode root, IReadOnlyList<string> own)
    {
        var values = root["values"];
        IEnumerable<PayloadNode> changes = values.IsArray ? values.Items : [values];
        return [.. changes.Select(change => Change(change, own, root["time"].Time))];
    }

    private static SocialEvent Change(PayloadNode change, IReadOnlyList<string> own, DateTimeOffset? time)
    {
        var value = change["value"];
        if (change["field"].Text is not { } field || !value.IsObject)
        {
            return ConnectorItems.Invalid("'values' needs a 'field' and a 'value'.");
        }

        // What is published is told of the account that the app belongs to: our own.
        if (field == "publish")
        {
            return ConnectorItems.OwnPost;
        }

        if (field is not ("replies" or "mentions" or "delete"))
        {
            return ConnectorItems.NotAPost;
        }

        if (value["id"].Id is not { } id)
        {
            return ConnectorItems.Invalid("A post needs an 'id'.");
        }

        if (field == "delete")
        {
            return new SocialEvent.Deleted(SocialPlatform.Threads, "", id);
        }

        return IsOwn(value, own) ? ConnectorItems.OwnPost : new SocialEvent.Posted(Post(value, id, field == "replies", time));
    }

    private static SocialPost Post(PayloadNode value, string id, bool isReply, DateTimeOffset? time)
    {
        var root = value["root_post"];
        var name = value["username"].Id;
        return new()
        {
            Platform = SocialPlatform.Threads,
            ExternalId = id,
            Kind = isReply ? PostKind.Comment : PostKind.Mention,
            Text = value["text"].Text ?? "",
            Author = name is null ? SocialAuthor.Unknown(id) : new(name) { Handle = name },
            Url = value["permalink"].Link,
            PublishedAt = value["timestamp"].Time ?? time,
            Account = isReply ? root["owner_id"].Id ?? "" : "",
            IsAddressedToUs = true,
            InReplyTo = value["replied_to"]["id"].Id,
            ConversationId = root["id"].Id,
            ReplyFacts = ConnectorItems.Facts(("reply-to", id)),
        };
    }

    private static bool IsOwn(PayloadNode value, IReadOnlyList<string> own) =>
        own.Has(value["username"].Text)
        || (
            own.Has(value["root_post"]["owner_id"].Id) && value["username"].Text is { } name && name == value["root_post"]["username"].Text
        );
}
