namespace SupportPipeline.Social.Connectors.Meta;

public sealed class FacebookChangesTests
{
    private static readonly SocialEvent s_own = new SocialEvent.Ignored(SocialReason.OwnPost);
    private static readonly SocialEvent s_nothing = new SocialEvent.Ignored(SocialReason.NotAPost);

    [Fact]
    public void Every_change_of_every_entry_is_read()
    {
        var events = MetaConnectorTests.Connector().ReadRecorded("Meta/facebook-feed");

        Assert.Equal(
            ["770001_880001", "770001_880002", null, null, "104857600002_770009", "770001_880002", null],
            events.Select(one => (one as SocialEvent.Posted)?.Post.ExternalId)
        );
        Assert.Equal(s_own, events[2]);
        Assert.Equal(s_nothing, events[3]);
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Facebook, "", "770001_880001"), events[6]);
    }

    [Fact]
    public void A_comment_is_read_whole()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/facebook-feed")[0]);

        Assert.Equal(SocialPlatform.Facebook, post.Platform);
        Assert.Equal((PostKind.Comment, PostAudience.Everyone), (post.Kind, post.Audience));
        Assert.Equal("Заплатила дважды за один заказ, поддержка молчит третий день 😡", post.Text);
        Assert.Equal(new SocialAuthor("5550001") { Name = "Olga Petrova" }, post.Author);
        Assert.Equal("https://www.facebook.com/harbourbikes/posts/770001", post.Url?.AbsoluteUri);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_251), post.PublishedAt);
        Assert.Equal(("104857600001", true), (post.Account, post.IsAddressedToUs));
        Assert.Equal(("104857600001_770001", "104857600001_770001"), (post.InReplyTo, post.ConversationId));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["account"] = "104857600001",
                ["post"] = "104857600001_770001",
                ["comment"] = "770001_880001",
            },
            post.ReplyFacts
        );
    }

    [Fact]
    public void An_answer_to_a_comment_says_which()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/facebook-feed")[1]);

        Assert.Equal("770001_880001", post.InReplyTo);
        Assert.Equal("https://www.facebook.com/104857600001_770001?comment_id=880002", post.Url?.AbsoluteUri);
    }

    [Fact]
    public void An_edit_is_the_same_post_with_other_words()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/facebook-feed")[5]);

        Assert.Equal(("770001_880002", "Same here, charged twice. Update: refunded today."), (post.ExternalId, post.Text));
    }

    [Fact]
    public void A_visitors_photo_is_a_post_that_names_us()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/facebook-feed")[4]);

        Assert.Equal((PostKind.Mention, "收到的車架有裂痕，這樣也敢出貨？📷"), (post.Kind, post.Text));
        Assert.Equal("https://www.facebook.com/104857600002_770009", post.Url?.AbsoluteUri);
        Assert.Null(post.InReplyTo);
    }

    [Fact]
    public void Escaped_letters_and_slashes_are_read()
    {
        var post = MetaConnectorTests.Connector().ReadPost("Meta/facebook-comment-escaped");

        Assert.Equal(("退款等了两个星期还没到账😤 https://example.com/receipt", "陈晓"), (post.Text, post.Author.Name));
    }

    [Theory]
    [InlineData("comment")]
    [InlineData("post")]
    [InlineData("status")]
    [InlineData("photo")]
    [InlineData("video")]
    [InlineData("share")]
    public void Whatever_was_written_is_a_post(string item)
    {
        Assert.IsType<SocialEvent.Posted>(Change(item, "add"));
        Assert.IsType<SocialEvent.Posted>(Change(item, "edited"));
        Assert.True(Assert.IsType<SocialEvent.Posted>(Change(item, "unhide")).IsRestored);
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Facebook, "", item == "comment" ? "1_2" : "9_1"), Change(item, "remove"));
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Facebook, "", item == "comment" ? "1_2" : "9_1"), Change(item, "hide"));
        Assert.Equal(s_nothing, Change(item, "mute"));
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("like")]
    [InlineData("album")]
    public void Anything_else_says_nothing(string item) => Assert.Equal(s_nothing, Change(item, "add"));

    [Fact]
    public void Posts_of_our_other_pages_are_ours_too()
    {
        Assert.Equal(s_own, Change("comment", "add", own: "5"));
        Assert.Equal(s_own, Change("post", "add", own: "5"));
    }

    [Fact]
    public void An_author_who_is_not_named_is_nobody_else()
    {
        var connector = MetaConnectorTests.Connector();

        var events = connector.ReadText(
            """{"object":"page","entry":[{"id":"9","time":1790000300,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_2","post_id":"9_1"}},{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_3","post_id":"9_1"}}]}]}"""
        );

        Assert.Equal(["unknown:1_2", "unknown:1_3"], events.Select(one => ConnectorReading.Post(one).Author.Id));
        Assert.All(events, one => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_300), ConnectorReading.Post(one).PublishedAt));
    }

    [Fact]
    public void A_page_that_is_named_elsewhere_is_told()
    {
        var post = ConnectorReading.Post(
            Assert.Single(
                MetaConnectorTests
                    .Connector()
                    .ReadText(
                        """{"object":"page","entry":[{"id":"9","changes":[{"field":"mention","value":{"item":"comment","verb":"add","comment_id":"3_4","post_id":"8_3","sender_id":5,"sender_name":"Vera","message":"Harbour Bikes again"}}]}]}"""
                    )
            )
        );

        Assert.Equal((PostKind.Mention, "3_4", "5", "Vera"), (post.Kind, post.ExternalId, post.Author.Id, post.Author.Name));
    }

    private static SocialEvent Change(string item, string verb, params string[] own) =>
        Assert.Single(
            MetaConnectorTests
                .Connector(own)
                .ReadText(
                    $$$"""{"object":"page","entry":[{"id":"9","changes":[{"field":"feed","value":{"item":"{{{item}}}","verb":"{{{verb}}}","from":{"id":"5","name":"Vera"},"post_id":"9_1","comment_id":"1_2","message":"text"}}]}]}"""
                )
        );
}
