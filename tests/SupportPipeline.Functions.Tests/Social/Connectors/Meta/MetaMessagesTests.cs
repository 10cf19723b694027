namespace SupportPipeline.Social.Connectors.Meta;

public sealed class MetaMessagesTests
{
    [Fact]
    public void A_message_is_for_us_alone()
    {
        var post = ConnectorReading.Post(MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-messages")[0]);

        Assert.Equal((SocialPlatform.Instagram, "aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE"), (post.Platform, post.ExternalId));
        Assert.Equal((PostKind.DirectMessage, PostAudience.Us), (post.Kind, post.Audience));
        Assert.Equal(("你们的客服电话一直打不通，怎么退货？😩", "900000000000021"), (post.Text, post.Author.Id));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_790_001_999_456), post.PublishedAt);
        Assert.Equal("900000000000021", post.ReplyFacts["recipient"]);
    }

    [Fact]
    public void Our_answer_is_dropped_a_message_taken_back_is_deleted_and_a_receipt_says_nothing()
    {
        var events = MetaConnectorTests.Connector().ReadRecorded("Meta/instagram-messages");

        Assert.Equal(
            [
                new SocialEvent.Ignored(SocialReason.OwnPost),
                new SocialEvent.Deleted(SocialPlatform.Instagram, "", "aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOjE"),
                new SocialEvent.Ignored(SocialReason.NotAPost),
            ],
            events.Skip(1)
        );
    }

    [Fact]
    public void An_edited_message_is_the_same_one()
    {
        var events = MetaConnectorTests.Connector().ReadRecorded("Meta/messenger-edit").Select(ConnectorReading.Post).ToList();

        Assert.Equal(["Where is my parcel?", "Where is my parcel HB-1042?"], events.Select(post => post.Text));
        Assert.Equal([0, 1], events.Select(post => post.Revision));
        Assert.All(events, post => Assert.Equal((SocialPlatform.Facebook, "m_Aa1"), (post.Platform, post.ExternalId)));
    }
}
