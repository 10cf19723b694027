namespace SupportPipeline.Social.Connectors.Line;

/// <summary>
/// Events of LINE. An event that is delivered again (<c>isRedelivery</c>) has the same message id, and so is the same post. Messages cannot be edited there.
/// </summary>
internal static class LineEvents
{
    /// <summary>Reads one event.</summary>
    public static SocialEvent Read(string account, PayloadNode item)
    {
        if (item["type"].Text is not { } type)
        {
            return ConnectorItems.Invalid("An event needs a 'type'.");
        }

        return type switch
        {
            "message" => Message(account, item),
            "unsend" => item["unsend"]["messageId"].Id is { } unsent
                ? new SocialEvent.Deleted(SocialPlatform.Line, "", unsent)
                : ConnectorItems.Invalid("'unsend' needs a 'messageId'."),
            _ => ConnectorItems.NotAPost,
        };
    }

    private static SocialEvent Message(string account, PayloadNode item)
    {
        var message = item["message"];
        var source = item["source"];
        var isToUsAlone = source["type"].Text == "user";
        var user = source["userId"].Id;

        // A picture sent to us alone may be a complaint; in a group it is talk. Stickers and places say nothing.
        var isPost = message["type"].Text is "text" || (isToUsAlone && message["type"].Text is "image" or "video" or "audio" or "file");
        if (!isPost)
        {
            return message.IsObject ? ConnectorItems.NotAPost : ConnectorItems.Invalid("An event of type 'message' needs a 'message'.");
        }

        if (message["id"].Id is not { } id)
        {
            return ConnectorItems.Invalid("A message needs an 'id'.");
        }

        var place = source["groupId"].Id ?? source["roomId"].Id ?? user;
        var isNamed = message["mention"]["mentionees"].Items.Any(one => one["isSelf"].IsTrue);
        return new SocialEvent.Posted(
            new()
            {
                Platform = SocialPlatform.Line,
                ExternalId = id,
                Kind =
                    isToUsAlone ? PostKind.DirectMessage
                    : isNamed ? PostKind.Mention
                    : PostKind.Post,
                Audience = isToUsAlone ? PostAudience.Us : PostAudience.Followers,
                Text = message["text"].Text ?? "",
                Author = user is null ? SocialAuthor.Unknown(id) : new(user),
                PublishedAt = item["timestamp"].Time,
                Account = account,
                IsAddressedToUs = isToUsAlone || isNamed,
                InReplyTo = message["quotedMessageId"].Id,
                ConversationId = place,

                // The token answers once and for about a minute after the event; later answers are pushed to the place, which LINE charges for.
                ReplyFacts = ConnectorItems.Facts(
                    ("reply-token", item["replyToken"].Id),
                    ("to", place),
                    ("quote-token", message["quoteToken"].Id)
                ),
            }
        );
    }
}
