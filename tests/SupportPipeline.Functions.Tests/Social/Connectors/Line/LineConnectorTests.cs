using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Social.Connectors.Line;

public sealed class LineConnectorTests
{
    private const string Header = "x-line-signature";

    private static readonly SocialEvent s_nothing = new SocialEvent.Ignored(SocialReason.NotAPost);

    [Fact]
    public void A_signature_is_checked_on_the_bytes_as_they_came()
    {
        var body = Recorded.Bytes("Line/messages");
        var connector = Connector();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("line-s3cret"), body));

        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(ConnectorReading.Headers(Header, signature), body, ConnectorReading.Now));
        ConnectorReading.AssertRefused(
            connector.Verify(
                ConnectorReading.Headers(Header, signature),
                Encoding.ASCII.GetBytes(Encoding.UTF8.GetString(body)),
                ConnectorReading.Now
            ),
            401,
            "signature-wrong"
        );
        ConnectorReading.AssertRefused(connector.Verify(new HeaderDictionary(), body, ConnectorReading.Now), 401, "signature-wrong");
    }

    [Fact]
    public void Without_a_secret_it_is_off_unless_unsigned_deliveries_are_allowed()
    {
        Assert.False(new LineConnector(ConnectorReading.Options(_ => { })).IsEnabled);
        var open = new LineConnector(ConnectorReading.Options(options => options.AllowUnsigned = true));
        Assert.True(open.IsEnabled);
        Assert.IsType<ConnectorVerdict.Passed>(open.Verify(new HeaderDictionary(), [], ConnectorReading.Now));
    }

    [Fact]
    public void The_consoles_test_holds_nothing() => Assert.Empty(Connector().ReadRecorded("Line/console-test"));

    [Fact]
    public void A_message_to_us_alone_is_read_whole()
    {
        var post = ConnectorReading.Post(Connector().ReadRecorded("Line/messages")[0]);

        Assert.Equal((SocialPlatform.Line, "444573844083572737"), (post.Platform, post.ExternalId));
        Assert.Equal((PostKind.DirectMessage, PostAudience.Us, true), (post.Kind, post.Audience, post.IsAddressedToUs));
        Assert.Equal("App 一直閃退，錢扣了訂單卻不見 😭", post.Text);
        Assert.Equal(new SocialAuthor("Ubbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb1"), post.Author);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_790_030_000_123), post.PublishedAt);
        Assert.Equal("Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", post.Account);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["reply-token"] = "nHuyWiB7yP5Zw52FIkcQobQuGDXCTA",
                ["to"] = "Ubbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb1",
                ["quote-token"] = "q3Plxr4AgKd",
            },
            post.ReplyFacts
        );
    }

    [Fact]
    public void A_message_in_a_group_is_for_its_members_and_addressed_to_us_when_it_names_us()
    {
        var events = Connector().ReadRecorded("Line/messages");
        var named = ConnectorReading.Post(events[1]);
        var talk = ConnectorReading.Post(events[2]);

        Assert.Equal((PostKind.Mention, PostAudience.Followers, true), (named.Kind, named.Audience, named.IsAddressedToUs));
        Assert.Equal(("Ccccccccccccccccccccccccccccccc1", "444573844083572700"), (named.ReplyFacts["to"], named.InReplyTo));
        Assert.Equal((PostKind.Post, PostAudience.Followers, false), (talk.Kind, talk.Audience, talk.IsAddressedToUs));
        Assert.Equal("unknown:444573844083572739", talk.Author.Id);
    }

    [Fact]
    public void Stickers_in_groups_followers_and_postbacks_say_nothing() =>
        Assert.Equal([s_nothing, s_nothing, s_nothing], Connector().ReadRecorded("Line/messages").Skip(3));

    [Fact]
    public void A_message_taken_back_is_deleted() =>
        Assert.Equal([new SocialEvent.Deleted(SocialPlatform.Line, "", "444573844083572737")], Connector().ReadRecorded("Line/unsend"));

    [Theory]
    [InlineData("user", "image", true)]
    [InlineData("user", "video", true)]
    [InlineData("user", "file", true)]
    [InlineData("user", "sticker", false)]
    [InlineData("user", "location", false)]
    [InlineData("group", "image", false)]
    public void A_picture_is_kept_when_it_was_sent_to_us_alone(string source, string type, bool isKept)
    {
        var one = Assert.Single(
            Connector()
                .ReadText(
                    $$$"""{"events":[{"type":"message","source":{"type":"{{{source}}}","userId":"U1"},"message":{"type":"{{{type}}}","id":"1"}}]}"""
                )
        );

        Assert.Equal(isKept, one is SocialEvent.Posted { Post.Text: "" });
    }

    [Fact]
    public void One_bad_event_loses_no_other()
    {
        var events = Connector()
            .ReadText(
                """{"events":[{},{"type":"unsend"},{"type":"message","source":{"type":"user"},"message":{"type":"text","id":"1","text":"ok"}}]}"""
            );

        Assert.Equal(
            [
                new SocialEvent.Refused(SocialReason.ItemInvalid, "An event needs a 'type'."),
                new SocialEvent.Refused(SocialReason.ItemInvalid, "'unsend' needs a 'messageId'."),
            ],
            events.Take(2)
        );
        Assert.Equal("ok", ConnectorReading.Post(events[2]).Text);
    }

    [Theory]
    [MemberData(nameof(ConnectorReading.OddPayloads), MemberType = typeof(ConnectorReading))]
    public void Odd_payloads_break_nothing(string json) => ConnectorReading.AssertSurvives(Connector(), json);

    private static LineConnector Connector() => new(ConnectorReading.Options(options => options.Line.ChannelSecret = "line-s3cret"));
}
