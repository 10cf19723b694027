namespace SupportPipeline.Social.Connectors.Meta;

public sealed class InstagramChangesTests
{
    [Fact]
    public void A_comment_is_read_whole()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments")[0]);

        Assert.Equal((SocialPlatform.Instagram, "18000000000000001"), (post.Platform, post.ExternalId));
        Assert.Equal((PostKind.Comment, PostAudience.Everyone), (post.Kind, post.Audience));
        Assert.Equal("等了三週還沒出貨，客服只會複製貼上 🙄", post.Text);
        Assert.Equal(new SocialAuthor("900000000000001") { Handle = "yijun.lin" }, post.Author);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_001_280), post.PublishedAt);
        Assert.Equal(("17841400000000001", true), (post.Account, post.IsAddressedToUs));
        Assert.Equal(("17900000000000001", "17900000000000001"), (post.InReplyTo, post.ConversationId));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["account"] = "17841400000000001",
                ["comment"] = "18000000000000001",
                ["media"] = "17900000000000001",
            },
            post.ReplyFacts
        );
    }

    [Fact]
    public void A_comment_under_an_advertisement_that_comes_twice_is_one_post()
    {
        var events = MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments");

        Assert.Equal(ConnectorReading.Post(events[0]).ExternalId, ConnectorReading.Post(events[1]).ExternalId);
    }

    [Fact]
    public void A_live_comment_says_so()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments")[2]);

        Assert.Equal(("брак прислали, верните деньги", "18000000000000001"), (post.Text, post.InReplyTo));
        Assert.Equal("true", post.ReplyFacts["live"]);
    }

    [Fact]
    public void Our_own_comment_is_dropped() =>
        Assert.Equal(
            new SocialEvent.Ignored(SocialReason.OwnPost),
            MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments")[3]
        );

    [Fact]
    public void A_mention_is_kept_without_words_and_leads_to_where_it_was_made()
    {
        var events = MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments");
        var comment = ConnectorReading.Post(events[4]);
        var caption = ConnectorReading.Post(events[5]);

        Assert.Equal(("mention-18000000000000005", "", PostKind.Mention), (comment.ExternalId, comment.Text, comment.Kind));
        Assert.Equal("unknown:mention-18000000000000005", comment.Author.Id);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["account"] = "17841400000000001",
                ["mentioned-comment"] = "18000000000000005",
                ["mentioned-media"] = "17900000000000005",
            },
            comment.ReplyFacts
        );
        Assert.Equal("mention-17900000000000006", caption.ExternalId);
        Assert.Equal("17900000000000006", caption.ReplyFacts["mentioned-media"]);
    }

    [Fact]
    public void Other_fields_say_nothing() =>
        Assert.Equal(
            new SocialEvent.Ignored(SocialReason.NotAPost),
            MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-comments")[6]
        );

    [Fact]
    public void A_change_on_the_entry_itself_is_read()
    {
        var post = MetaConnectorTests.Connector().ReadPost("Meta/instagram-login-comment");

        Assert.Equal(("18000000000000011", "My order arrived broken and nobody answers 😠"), (post.ExternalId, post.Text));
        Assert.Equal("jo_rides", post.Author.Handle);
    }
}
