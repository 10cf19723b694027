namespace SupportPipeline.Social.Connectors.Vk;

public sealed class VkCommentsTests
{
    [Fact]
    public void A_comment_on_the_wall_is_read_whole()
    {
        var post = VkConnectorTests.Connector().ReadPost("Vk/wall-reply-new");

        Assert.Equal((SocialPlatform.Vk, "wall-12345_r901"), (post.Platform, post.ExternalId));
        Assert.Equal((PostKind.Comment, PostAudience.Everyone, true), (post.Kind, post.Audience, post.IsAddressedToUs));
        Assert.Equal("Harbour Bikes, велосипед сломался через день 😠 Где гарантия?", post.Text);
        Assert.Equal(new SocialAuthor("5501"), post.Author);
        Assert.Equal("https://vk.com/wall-12345_70?reply=901", post.Url?.AbsoluteUri);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_020_000), post.PublishedAt);
        Assert.Equal(("12345", "wall-12345_70", "wall-12345_70"), (post.Account, post.InReplyTo, post.ConversationId));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["thing"] = "wall",
                ["owner"] = "-12345",
                ["item"] = "70",
                ["comment"] = "901",
            },
            post.ReplyFacts
        );
    }

    [Fact]
    public void An_edit_a_deletion_and_a_restoration_are_of_the_same_comment()
    {
        var connector = VkConnectorTests.Connector();

        var edit = connector.ReadPost("Vk/wall-reply-edit");
        Assert.Equal(("wall-12345_r901", "Harbour Bikes, велосипед сломался через день. Обещали заменить."), (edit.ExternalId, edit.Text));
        Assert.Equal([new SocialEvent.Deleted(SocialPlatform.Vk, "", "wall-12345_r901")], connector.ReadRecorded("Vk/wall-reply-delete"));
        var restored = Assert.IsType<SocialEvent.Posted>(Assert.Single(connector.ReadRecorded("Vk/wall-reply-restore")));
        Assert.Equal(("wall-12345_r901", true), (restored.Post.ExternalId, restored.IsRestored));
    }

    [Fact]
    public void A_comment_to_somebody_else_is_not_addressed_to_us()
    {
        var post = VkConnectorTests.Connector().ReadPost("Vk/wall-reply-to-somebody");

        Assert.False(post.IsAddressedToUs);
        Assert.Equal(("Павел, у меня то же самое", "wall-12345_r901", "wall-12345_70"), (post.Text, post.InReplyTo, post.ConversationId));
    }

    [Fact]
    public void What_the_community_writes_is_ours() =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.OwnPost)], VkConnectorTests.Connector().ReadRecorded("Vk/wall-reply-own"));

    [Theory]
    [InlineData("Vk/photo-comment-new", "photo-12345_r31", "https://vk.com/photo-12345_456")]
    [InlineData("Vk/video-comment-new", "video-12345_r32", "https://vk.com/video-12345_457")]
    [InlineData("Vk/market-comment-new", "product-12345_r33", "https://vk.com/product-12345_458")]
    [InlineData("Vk/board-post-new", "topic-12345_459_r34", "https://vk.com/topic-12345_459?post=34")]
    public void Photos_videos_products_and_discussions_have_comments_too(string name, string id, string url)
    {
        var post = VkConnectorTests.Connector().ReadPost(name);

        Assert.Equal((id, PostKind.Comment, url), (post.ExternalId, post.Kind, post.Url?.AbsoluteUri));
    }

    [Fact]
    public void A_name_in_a_discussion_is_shown_as_people_see_it() =>
        Assert.Equal("Павел, мне тоже не ответили", VkConnectorTests.Connector().ReadPost("Vk/board-post-new").Text);

    [Fact]
    public void A_deletion_meets_its_message_in_a_discussion() =>
        Assert.Equal(
            [new SocialEvent.Deleted(SocialPlatform.Vk, "", "topic-12345_459_r34")],
            VkConnectorTests.Connector().ReadRecorded("Vk/board-post-delete")
        );

    [Theory]
    [InlineData("wall_reply", "wall-12345_r1")]
    [InlineData("photo_comment", "photo-12345_r1")]
    [InlineData("video_comment", "video-12345_r1")]
    [InlineData("market_comment", "product-12345_r1")]
    [InlineData("board_post", "topic-12345_2_r1")]
    public void Each_kind_knows_four_acts(string kind, string id)
    {
        var connector = VkConnectorTests.Connector();
        SocialEvent Read(string act) =>
            Assert.Single(
                connector.ReadText(
                    $$$"""{"type":"{{{kind}}}_{{{act}}}","group_id":12345,"object":{"id":1,"from_id":5,"topic_id":2,"text":"сломалось"}}"""
                )
            );

        Assert.Equal(
            (id, false),
            (Assert.IsType<SocialEvent.Posted>(Read("new")).Post.ExternalId, Assert.IsType<SocialEvent.Posted>(Read("new")).IsRestored)
        );
        Assert.Equal(id, Assert.IsType<SocialEvent.Posted>(Read("edit")).Post.ExternalId);
        Assert.True(Assert.IsType<SocialEvent.Posted>(Read("restore")).IsRestored);
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Vk, "", id), Read("delete"));
        Assert.Equal(new SocialEvent.Ignored(SocialReason.NotAPost), Read("pinned"));
    }
}
