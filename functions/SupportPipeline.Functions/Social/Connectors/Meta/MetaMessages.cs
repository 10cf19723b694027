namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>Messages to a Page or an Instagram account, in <c>messaging</c>: for us alone.</summary>
internal static class MetaMessages
{
    /// <summary>Reads one item of <c>messaging</c>.</summary>
    public static SocialEvent Read(MetaRecipient recipient, PayloadNode item)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var isEdit = item["message_edit"].IsObject;
        var message = isEdit ? item["message_edit"] : item["message"];
        if (!message.IsObject)
        {
            // Read receipts, deliveries, postbacks and reactions come here too.
            return item.IsObject ? ConnectorItems.NotAPost : ConnectorItems.Invalid("An item of 'messaging' must be an object.");
        }

        var sender = item["sender"]["id"].Id;
        if (message["is_echo"].IsTrue || recipient.IsOurs(sender))
        {
            return ConnectorItems.OwnPost;
        }

        if (message["mid"].Id is not { } id || sender is null)
        {
            return ConnectorItems.Invalid("A message needs a 'mid' and a 'sender'.");
        }

        return message["is_deleted"].IsTrue
            ? new SocialEvent.Deleted(recipient.Platform, "", id)
            : new SocialEvent.Posted(
                new()
                {
                    Platform = recipient.Platform,
                    ExternalId = id,
                    Kind = PostKind.DirectMessage,
                    Audience = PostAudience.Us,
                    Text = message["text"].Text ?? "",
                    Author = new(sender),
                    PublishedAt = item["timestamp"].Time ?? recipient.Time,
                    Revision = message["num_edit"].Whole ?? 0,
                    Account = recipient.Account,
                    IsAddressedToUs = true,
                    InReplyTo = message["reply_to"]["mid"].Id,
                    ConversationId = sender,
                    ReplyFacts = ConnectorItems.Facts(("account", recipient.Account), ("recipient", sender), ("message", id)),
                }
            );
    }
}
