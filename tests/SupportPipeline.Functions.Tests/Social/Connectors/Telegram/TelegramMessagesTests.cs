namespace SupportPipeline.Social.Connectors.Telegram;

public sealed class TelegramMessagesTests
{
    private static readonly SocialEvent s_own = new SocialEvent.Ignored(SocialReason.OwnPost);
    private static readonly SocialEvent s_nothing = new SocialEvent.Ignored(SocialReason.NotAPost);

    [Fact]
    public void A_message_in_a_public_group_is_read_whole()
    {
        var post = TelegramConnectorTests.Connector().ReadPost("Telegram/group-message");

        Assert.Equal((SocialPlatform.Telegram, "-1001500000001:4211"), (post.Platform, post.ExternalId));
        Assert.Equal((PostKind.Mention, PostAudience.Everyone, true), (post.Kind, post.Audience, post.IsAddressedToUs));
        Assert.Equal("@HarbourBikesBot третий раз 😡 привозят не то! #возврат #Жалоба", post.Text);
        Assert.Equal(new SocialAuthor("700000001") { Handle = "irina_s", Name = "Ирина Соколова" }, post.Author);
        Assert.Equal("https://t.me/harbourbikes_chat/4211", post.Url?.AbsoluteUri);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_010_000), post.PublishedAt);
        Assert.Null(post.Language);
        Assert.Equal(("-1001500000001", "-1001500000001"), (post.Account, post.ConversationId));
        Assert.Equal(["возврат", "Жалоба"], post.Tags);
        Assert.Equal(new Dictionary<string, string> { ["chat"] = "-1001500000001", ["message"] = "4211" }, post.ReplyFacts);
    }

    [Fact]
    public void An_edit_is_the_same_post_with_other_words()
    {
        var post = TelegramConnectorTests.Connector().ReadPost("Telegram/group-message-edited");

        Assert.Equal(("-1001500000001:4211", "@HarbourBikesBot привезли не то, но уже заменили. Спасибо!"), (post.ExternalId, post.Text));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_010_000), post.PublishedAt);
        Assert.Equal(1_790_010_300, post.Revision);
    }

    [Fact]
    public void A_caption_is_text_and_a_forwarded_post_of_a_channel_is_a_repost()
    {
        var post = TelegramConnectorTests.Connector().ReadPost("Telegram/channel-photo");

        Assert.Equal("Harbour Bikes 的車架又裂了，這已經是今年第二次 📷", post.Text);
        Assert.Equal(new SocialAuthor("-1001600000001") { Handle = "bikes_daily", Name = "單車日常" }, post.Author);
        Assert.Equal((PostKind.Post, PostAudience.Everyone, false), (post.Kind, post.Audience, post.IsAddressedToUs));
        Assert.Equal("-1001700000001:905", post.RepostOf);
    }

    [Fact]
    public void A_forward_in_the_older_shape_is_a_repost_too_and_one_of_a_person_is_none()
    {
        var older = Message("""{"text":"a","forward_from_chat":{"id":-5},"forward_from_message_id":6}""");
        var person = Message("""{"text":"a","forward_origin":{"type":"user","sender_user":{"id":9}}}""");

        Assert.Equal("-5:6", ConnectorReading.Post(older).RepostOf);
        Assert.Null(ConnectorReading.Post(person).RepostOf);
    }

    [Fact]
    public void A_private_message_is_for_us_alone()
    {
        var post = TelegramConnectorTests.Connector().ReadPost("Telegram/private-message");

        Assert.Equal((PostKind.DirectMessage, PostAudience.Us, true), (post.Kind, post.Audience, post.IsAddressedToUs));
        Assert.Equal(("700000002:12", "700000002:11"), (post.ExternalId, post.InReplyTo));
        Assert.Equal("HarbourBikesBot", post.Account);
        Assert.Null(post.Url);
    }

    [Fact]
    public void A_business_message_names_the_connection_to_answer_through()
    {
        var post = TelegramConnectorTests.Connector().ReadPost("Telegram/business-message");

        Assert.Equal(("business:700000003:501", PostKind.DirectMessage), (post.ExternalId, post.Kind));
        Assert.Equal("bc_1", post.ReplyFacts["business-connection"]);
    }

    [Fact]
    public void Deleted_business_messages_are_deleted_one_by_one() =>
        Assert.Equal(
            [
                new SocialEvent.Deleted(SocialPlatform.Telegram, "", "business:700000003:501"),
                new SocialEvent.Deleted(SocialPlatform.Telegram, "", "business:700000003:502"),
            ],
            TelegramConnectorTests.Connector().ReadRecorded("Telegram/business-messages-deleted")
        );

    [Theory]
    [InlineData("""{"text":"a","from":{"id":1,"is_bot":true,"username":"harbourbikesbot"}}""")]
    [InlineData("""{"text":"a","from":{"id":42}}""")]
    [InlineData("""{"text":"a","from":{"id":1087968824,"is_bot":true},"sender_chat":{"id":42}}""")]
    [InlineData("""{"text":"a","chat":{"id":42,"type":"channel"}}""")]
    [InlineData("""{"text":"a","business_connection_id":"b","from":{"id":8},"chat":{"id":9,"type":"private"}}""")]
    public void What_we_write_is_ours(string fields) => Assert.Equal(s_own, Message(fields, "42"));

    [Fact]
    public void A_person_with_the_bots_name_is_no_bot() =>
        Assert.IsType<SocialEvent.Posted>(Message("""{"text":"a","from":{"id":1,"username":"HarbourBikesBot"}}"""));

    [Theory]
    [InlineData("""{"new_chat_members":[{"id":1}]}""")]
    [InlineData("""{"sticker":{"file_id":"1"}}""")]
    [InlineData("""{"photo":[{"file_id":"1"}]}""")]
    public void A_message_without_words_says_nothing_in_a_group(string fields) => Assert.Equal(s_nothing, Message(fields));

    [Fact]
    public void A_picture_sent_to_us_alone_is_kept_without_words()
    {
        var alone = Message("""{"photo":[{"file_id":"1"}],"chat":{"id":9,"type":"private"}}""");
        var answer = Message("""{"photo":[{"file_id":"1"}],"reply_to_message":{"message_id":3,"from":{"id":42}}}""", "42");

        Assert.Equal("", ConnectorReading.Post(alone).Text);
        Assert.Equal(("", PostKind.Comment), (ConnectorReading.Post(answer).Text, ConnectorReading.Post(answer).Kind));
    }

    [Fact]
    public void A_caption_that_was_taken_away_is_an_edit()
    {
        var one = Assert.Single(
            TelegramConnectorTests
                .Connector()
                .ReadText("""{"update_id":1,"edited_message":{"message_id":2,"chat":{"id":-9,"type":"group"},"photo":[{"file_id":"1"}]}}""")
        );

        Assert.Equal(("-9:2", ""), (ConnectorReading.Post(one).ExternalId, ConnectorReading.Post(one).Text));
    }

    [Theory]
    [InlineData("@harbourbikesbot верните деньги", true)]
    [InlineData("cc @HarbourBikesBot", true)]
    [InlineData("/start@HarbourBikesBot now", true)]
    [InlineData("@HarbourBikesBot_test hello", false)]
    [InlineData("HarbourBikesBot hello", false)]
    [InlineData("@HarbourBikesBot2 and @HarbourBikesBot", true)]
    public void The_bot_is_addressed_by_its_whole_name(string text, bool isAddressed) =>
        Assert.Equal(isAddressed, ConnectorReading.Post(Message($$"""{"text":"{{text}}"}""")).IsAddressedToUs);

    [Fact]
    public void A_group_without_a_name_is_for_its_members()
    {
        var small = ConnectorReading.Post(Message("""{"text":"a"}"""));
        var large = ConnectorReading.Post(
            Message("""{"text":"a","chat":{"id":-1001500000009,"type":"supergroup"},"is_topic_message":true,"message_thread_id":77}""")
        );

        Assert.Equal((PostAudience.Followers, (Uri?)null), (small.Audience, small.Url));
        Assert.Equal((PostAudience.Followers, "https://t.me/c/1500000009/1"), (large.Audience, large.Url?.AbsoluteUri));
        Assert.Equal("77", large.ReplyFacts["thread"]);
    }

    /// <summary>A message in a group; the given fields come last and so stand for those before.</summary>
    private static SocialEvent Message(string fields, params string[] own) =>
        Assert.Single(
            TelegramConnectorTests
                .Connector(own)
                .ReadText(
                    $$$"""{"update_id":1,"message":{"message_id":1,"date":1790010000,"from":{"id":5},"chat":{"id":-9,"type":"group"},{{{fields[1..]}}}}"""
                )
        );
}
