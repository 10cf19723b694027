namespace SupportPipeline.Social.Connectors.Telegram;

/// <summary>Messages of Telegram: in groups and channels, to the bot alone, and to a business account that the bot acts for.</summary>
internal static class TelegramMessages
{
    private static readonly string[] s_media = ["photo", "video", "video_note", "voice", "audio", "document", "animation"];

    /// <summary>Reads a message, new or edited.</summary>
    public static SocialEvent Read(TelegramAccount account, PayloadNode message, bool isEdit)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (message["message_id"].Number is not { } number || message["chat"]["id"].Number is not { } chat)
        {
            return ConnectorItems.Invalid("A message needs a 'message_id' and a 'chat'.");
        }

        if (IsOwn(account, message))
        {
            return ConnectorItems.OwnPost;
        }

        var isPrivate = message["chat"]["type"].Text == "private";
        var isAnswer = IsAnswerToUs(account, message["reply_to_message"]);
        var text = message["text"].Text ?? message["caption"].Text;

        // A picture without a word says something when it was sent to us; in a group it is talk, and each picture of an album is a message of its own.
        // One whose words were taken away is an edit.
        var isPicture = s_media.Any(kind => message[kind].Exists);
        if (text is null && !(isPicture && (isPrivate || isAnswer || isEdit)))
        {
            return ConnectorItems.NotAPost;
        }

        var post = Post(message, ExternalIdOf(message, chat, number), text ?? "");
        var isNamed = account.IsNamedIn(post.Text);
        return new SocialEvent.Posted(
            post with
            {
                Kind =
                    isPrivate ? PostKind.DirectMessage
                    : isAnswer ? PostKind.Comment
                    : isNamed ? PostKind.Mention
                    : PostKind.Post,
                Account = isPrivate ? account.BotName : chat,
                Audience = AudienceOf(message["chat"], isPrivate),
                IsAddressedToUs = isPrivate || isAnswer || isNamed,
            }
        );
    }

    /// <summary>Reads which messages to a business account were deleted.</summary>
    public static IReadOnlyList<SocialEvent> ReadDeleted(PayloadNode deleted) =>
        deleted["chat"]["id"].Number is { } chat && deleted["message_ids"].IsArray
            ?
            [
                .. deleted["message_ids"]
                    .Items.Select(number =>
                        number.Number is { } id
                            ? new SocialEvent.Deleted(SocialPlatform.Telegram, "", $"business:{chat}:{id}")
                            : ConnectorItems.Invalid("An element of 'message_ids' must be a number.")
                    ),
            ]
            : [ConnectorItems.Invalid("'deleted_business_messages' needs a 'chat' and 'message_ids'.")];

    private static SocialPost Post(PayloadNode message, string externalId, string text)
    {
        var chat = message["chat"]["id"].Number!;
        var origin = message["forward_origin"];
        var isForward = origin.IsObject || message["forward_from_chat"].IsObject;
        var original = isForward ? OriginalOf(origin, message) : null;
        return new()
        {
            Platform = SocialPlatform.Telegram,
            ExternalId = externalId,
            Text = text,
            Author = AuthorOf(message, externalId),
            Url = LinkOf(message["chat"], message["message_id"].Number!),
            PublishedAt = message["date"].Time,
            Revision = message["edit_date"].Whole ?? 0,
            InReplyTo = message["reply_to_message"]["message_id"].Number is { } answered ? ExternalIdOf(message, chat, answered) : null,
            ConversationId = chat,
            RepostOf = original,
            Tags = TagsOf(text, message["entities"].IsArray ? message["entities"] : message["caption_entities"]),
            ReplyFacts = ConnectorItems.Facts(
                ("chat", chat),
                ("message", message["message_id"].Number),
                ("thread", message["is_topic_message"].IsTrue ? message["message_thread_id"].Number : null),
                ("business-connection", message["business_connection_id"].Id)
            ),
        };
    }

    /// <summary>Message numbers of a business account's chats are not those of the bot's own chats with the same person.</summary>
    private static string ExternalIdOf(PayloadNode message, string chat, string number) =>
        message["business_connection_id"].Exists ? $"business:{chat}:{number}" : $"{chat}:{number}";

    /// <summary>A post of a channel has a number there; a forwarded message of a person has none.</summary>
    private static string? OriginalOf(PayloadNode origin, PayloadNode message)
    {
        var chat = origin["chat"]["id"].Number ?? message["forward_from_chat"]["id"].Number;
        var number = origin["message_id"].Number ?? message["forward_from_message_id"].Number;
        return chat is null || number is null ? null : $"{chat}:{number}";
    }

    /// <summary>
    /// Whether we wrote it: the bot, a channel, group or person of ours, or, in a private chat of a business account, anybody but the one whose chat it is.
    /// </summary>
    private static bool IsOwn(TelegramAccount account, PayloadNode message)
    {
        var from = message["from"];
        return account.IsBot(from)
            || account.Own.Has(from["id"].Number)
            || account.Own.Has(message["sender_chat"]["id"].Number)
            || (message["chat"]["type"].Text == "channel" && account.Own.Has(message["chat"]["id"].Number))
            || (
                message["business_connection_id"].Exists
                && message["chat"]["type"].Text == "private"
                && from["id"].Number is { } writer
                && writer != message["chat"]["id"].Number
            );
    }

    private static bool IsAnswerToUs(TelegramAccount account, PayloadNode answered) =>
        answered.IsObject
        && (
            account.IsBot(answered["from"])
            || account.Own.Has(answered["from"]["id"].Number)
            || account.Own.Has(answered["sender_chat"]["id"].Number)
        );

    private static PostAudience AudienceOf(PayloadNode chat, bool isPrivate) =>
        isPrivate ? PostAudience.Us
        : chat["username"].Exists ? PostAudience.Everyone
        : PostAudience.Followers;

    /// <summary>
    /// Who writes in the name of a chat (a channel, an anonymous administrator) is that chat. The language of the author's app says nothing about the text
    /// and is not taken.
    /// </summary>
    private static SocialAuthor AuthorOf(PayloadNode message, string externalId)
    {
        var chat = message["sender_chat"];
        if (!chat.IsObject && message["chat"]["type"].Text == "channel")
        {
            chat = message["chat"];
        }

        if (chat["id"].Number is { } sender)
        {
            return new(sender) { Handle = chat["username"].Text, Name = chat["title"].Text };
        }

        var from = message["from"];
        var name = $"{from["first_name"].Text} {from["last_name"].Text}".Trim();
        return from["id"].Number is { } id
            ? new(id)
            {
                Handle = from["username"].Text,
                Name = name.Length > 0 ? name : null,
                IsBot = from["is_bot"].IsTrue,
            }
            : SocialAuthor.Unknown(externalId);
    }

    /// <summary>Groups without a user name are reached by members only, and small ones not at all.</summary>
    private static Uri? LinkOf(PayloadNode chat, string number)
    {
        const string Supergroup = "-100";
        if (chat["type"].Text is not ("supergroup" or "channel"))
        {
            return null;
        }

        return chat["username"].Text is { Length: > 0 } name ? new($"https://t.me/{Uri.EscapeDataString(name)}/{number}")
            : chat["id"].Number is { } id && id.StartsWith(Supergroup, StringComparison.Ordinal)
                ? new($"https://t.me/c/{id[Supergroup.Length..]}/{number}")
            : null;
    }

    /// <summary>Places in a text are counted in UTF-16 code units, as .NET does.</summary>
    private static List<string> TagsOf(string text, PayloadNode entities)
    {
        var tags = new List<string>();
        foreach (var entity in entities.Items.Where(entity => entity["type"].Text == "hashtag"))
        {
            if (
                entity["offset"].Whole is { } offset and >= 0
                && entity["length"].Whole is { } length and > 1
                && offset < text.Length
                && length <= text.Length - offset
            )
            {
                tags.Add(text.Substring((int)offset, (int)length).TrimStart('#', '＃'));
            }
        }

        return tags;
    }
}
