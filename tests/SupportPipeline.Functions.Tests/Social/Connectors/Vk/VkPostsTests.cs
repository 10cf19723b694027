namespace SupportPipeline.Social.Connectors.Vk;

public sealed class VkPostsTests
{
    [Fact]
    public void A_visitors_post_on_the_wall_is_read_whole()
    {
        var post = VkConnectorTests.Connector().ReadPost("Vk/wall-post-new");

        Assert.Equal(("wall-12345_80", PostKind.Mention, PostAudience.Everyone), (post.ExternalId, post.Kind, post.Audience));
        Assert.Equal(("Деньги за возврат не пришли. Номер заказа 1042 🚲", "5503"), (post.Text, post.Author.Id));
        Assert.Equal("https://vk.com/wall-12345_80", post.Url?.AbsoluteUri);
        Assert.Equal(
            new PostMetrics
            {
                Likes = 4,
                Shares = 2,
                Replies = 5,
                Views = 340,
            },
            post.Metrics
        );
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["thing"] = "wall",
                ["owner"] = "-12345",
                ["item"] = "80",
            },
            post.ReplyFacts
        );
    }

    [Fact]
    public void A_repost_without_a_word_repeats_and_one_with_words_quotes()
    {
        var connector = VkConnectorTests.Connector();

        var repost = connector.ReadPost("Vk/wall-repost");
        var quote = ConnectorReading.Post(
            Assert.Single(
                connector.ReadText(
                    """{"type":"wall_repost","group_id":12345,"object":{"id":16,"from_id":5504,"owner_id":5504,"text":"Не покупайте","copy_history":[{"id":70,"owner_id":-12345}]}}"""
                )
            )
        );

        Assert.Equal(("wall5504_15", "wall-12345_70", null), (repost.ExternalId, repost.RepostOf, repost.QuoteOf));
        Assert.Equal(("wall5504_16", null, "wall-12345_70"), (quote.ExternalId, quote.RepostOf, quote.QuoteOf));
    }

    [Fact]
    public void A_proposed_post_is_seen_by_us_alone()
    {
        var post = ConnectorReading.Post(
            Assert.Single(
                VkConnectorTests
                    .Connector()
                    .ReadText(
                        """{"type":"wall_post_new","group_id":12345,"object":{"id":81,"from_id":5,"post_type":"suggest","text":"Жалоба"}}"""
                    )
            )
        );

        Assert.Equal(("wall-12345_81", PostAudience.Us, null), (post.ExternalId, post.Audience, post.Url));
    }

    [Fact]
    public void A_message_and_its_edit_are_one()
    {
        var connector = VkConnectorTests.Connector();

        var sent = connector.ReadPost("Vk/message-new");
        var edited = connector.ReadPost("Vk/message-edit");

        Assert.Equal(("message5509_7", PostKind.DirectMessage, PostAudience.Us), (sent.ExternalId, sent.Kind, sent.Audience));
        Assert.Equal(("Когда привезут заказ?", "5509"), (sent.Text, sent.Author.Id));
        Assert.Equal(new Dictionary<string, string> { ["peer"] = "5509", ["message"] = "7" }, sent.ReplyFacts);
        Assert.Equal(("message5509_7", "Когда привезут заказ 1042?", 1_790_020_650), (edited.ExternalId, edited.Text, edited.Revision));
    }

    [Fact]
    public void A_message_in_a_conversation_of_several_is_for_its_members()
    {
        var post = ConnectorReading.Post(
            Assert.Single(
                VkConnectorTests
                    .Connector()
                    .ReadText(
                        """{"type":"message_new","group_id":12345,"object":{"message":{"id":0,"from_id":5,"peer_id":2000000001,"conversation_message_id":9,"text":"[club12345|@harbour] ау"}}}"""
                    )
            )
        );

        Assert.Equal(("message2000000001_9", PostKind.Post, PostAudience.Followers), (post.ExternalId, post.Kind, post.Audience));
        Assert.Equal(("@harbour ау", true), (post.Text, post.IsAddressedToUs));
    }

    [Theory]
    [InlineData("""{"type":"wall_post_new","group_id":12345,"object":{"id":1,"from_id":-12345,"text":"Новости"}}""")]
    [InlineData("""{"type":"message_reply","group_id":12345,"object":{"id":1,"from_id":-12345,"text":"Ответ"}}""")]
    [InlineData(
        """{"type":"message_new","group_id":12345,"object":{"message":{"id":1,"from_id":7,"peer_id":7,"conversation_message_id":1,"out":1,"text":"a"}}}"""
    )]
    public void What_the_community_writes_is_ours(string json) =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.OwnPost)], VkConnectorTests.Connector().ReadText(json));

    [Theory]
    [InlineData(
        """{"type":"message_new","group_id":12345,"object":{"message":{"from_id":7,"peer_id":2000000001,"conversation_message_id":1,"action":{"type":"chat_invite_user"}}}}"""
    )]
    [InlineData("""{"type":"wall_post_new","group_id":12345,"object":{"id":1,"from_id":7,"post_type":"postpone","text":"a"}}""")]
    [InlineData("""{"type":"group_join","group_id":12345,"object":{"user_id":7}}""")]
    [InlineData("""{"type":"message_typing_state","group_id":12345,"object":{"from_id":7}}""")]
    public void Other_news_say_nothing(string json) =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.NotAPost)], VkConnectorTests.Connector().ReadText(json));

    [Fact]
    public void A_like_says_nothing() =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.NotAPost)], VkConnectorTests.Connector().ReadRecorded("Vk/like-add"));
}
