namespace SupportPipeline.Social.Connectors.Meta;

public sealed class ThreadsUpdatesTests
{
    private static readonly SocialEvent s_own = new SocialEvent.Ignored(SocialReason.OwnPost);

    [Fact]
    public void A_reply_is_read_whole()
    {
        var post = MetaConnectorTests.Connector().ReadPost("Meta/threads-reply");

        Assert.Equal((SocialPlatform.Threads, "18100000000000001", PostKind.Comment), (post.Platform, post.ExternalId, post.Kind));
        Assert.Equal("Your app logged me out again and my ride is gone 😭", post.Text);
        Assert.Equal(new SocialAuthor("kayla.on.two.wheels") { Handle = "kayla.on.two.wheels" }, post.Author);
        Assert.Equal("https://www.threads.net/@kayla.on.two.wheels/post/Pp1", post.Url?.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 10, 33, 16, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal(("17841400000000001", true), (post.Account, post.IsAddressedToUs));
        Assert.Equal(("18100000000000000", "18100000000000000"), (post.InReplyTo, post.ConversationId));
        Assert.Equal(new Dictionary<string, string> { ["reply-to"] = "18100000000000001" }, post.ReplyFacts);
    }

    [Fact]
    public void A_mention_is_read()
    {
        var post = MetaConnectorTests.Connector().ReadPost("Meta/threads-mention");

        Assert.Equal(
            (PostKind.Mention, "@harbourbikes деньги списали, заказа нет", "dmitri_v"),
            (post.Kind, post.Text, post.Author.Handle)
        );
    }

    [Fact]
    public void A_deletion_is_read() =>
        Assert.Equal(
            [new SocialEvent.Deleted(SocialPlatform.Threads, "", "18100000000000001")],
            MetaConnectorTests.Connector().ReadRecorded("Meta/threads-delete")
        );

    [Fact]
    public void What_we_publish_or_answer_is_ours()
    {
        var connector = MetaConnectorTests.Connector("17841400000000001", "HarbourBikes");

        Assert.Equal([s_own], connector.ReadText("""{"values":{"field":"publish","value":{"id":"1","username":"somebody"}}}"""));
        Assert.Equal([s_own], connector.ReadText("""{"values":{"field":"replies","value":{"id":"1","username":"harbourbikes"}}}"""));
        Assert.Equal(
            [s_own],
            connector.ReadText(
                """{"values":{"field":"replies","value":{"id":"1","username":"hb.shop","root_post":{"owner_id":"17841400000000001","username":"hb.shop"}}}}"""
            )
        );
    }

    [Fact]
    public void Several_changes_at_once_are_understood()
    {
        var events = MetaConnectorTests
            .Connector()
            .ReadText(
                """{"values":[{"field":"replies","value":{"id":"1","text":"a"}},{"field":"quotes","value":{"id":"2"}},{"field":"mentions","value":{}}]}"""
            );

        Assert.Equal(("1", "unknown:1"), (ConnectorReading.Post(events[0]).ExternalId, ConnectorReading.Post(events[0]).Author.Id));
        Assert.Equal(
            [new SocialEvent.Ignored(SocialReason.NotAPost), new SocialEvent.Refused(SocialReason.ItemInvalid, "A post needs an 'id'.")],
            events.Skip(1)
        );
    }
}
