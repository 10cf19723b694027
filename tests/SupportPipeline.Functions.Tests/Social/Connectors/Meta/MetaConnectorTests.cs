using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SupportPipeline.Social.Connectors.Meta;

public sealed class MetaConnectorTests
{
    private const string Header = "X-Hub-Signature-256";

    [Fact]
    public void The_handshake_gives_the_challenge_back_as_plain_text()
    {
        var answer = Connector()
            .Answer(
                ConnectorReading.Query(("hub.mode", "subscribe"), ("hub.challenge", "1158201444"), ("hub.verify_token", "meta-verify"))
            );

        var text = Assert.IsType<ContentHttpResult>(answer);
        Assert.Equal(("1158201444", "text/plain"), (text.ResponseContent, text.ContentType));
    }

    [Theory]
    [InlineData("meta-verif")]
    [InlineData("")]
    public void The_handshake_is_refused_with_another_token(string token)
    {
        var answer = Connector()
            .Answer(ConnectorReading.Query(("hub.mode", "subscribe"), ("hub.challenge", "1"), ("hub.verify_token", token)));

        Assert.Equal(StatusCodes.Status403Forbidden, StatusOf(answer));
    }

    [Fact]
    public void The_handshake_is_refused_when_no_token_is_configured()
    {
        var connector = new MetaConnector(ConnectorReading.Options(options => options.Meta.AppSecret = "s"));

        var answer = connector.Answer(ConnectorReading.Query(("hub.mode", "subscribe"), ("hub.challenge", "1"), ("hub.verify_token", "")));

        Assert.Equal(StatusCodes.Status403Forbidden, StatusOf(answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("12 34")]
    public void A_challenge_that_could_be_markup_is_not_given_back(string challenge)
    {
        var answer = Connector()
            .Answer(ConnectorReading.Query(("hub.mode", "subscribe"), ("hub.challenge", challenge), ("hub.verify_token", "meta-verify")));

        Assert.Equal(StatusCodes.Status400BadRequest, StatusOf(answer));
    }

    [Fact]
    public void A_long_or_doubled_challenge_is_not_given_back()
    {
        var tooLong = ConnectorReading.Query(
            ("hub.mode", "subscribe"),
            ("hub.challenge", new('1', 201)),
            ("hub.verify_token", "meta-verify")
        );
        var doubled = ConnectorReading.Query(
            ("hub.mode", "subscribe"),
            ("hub.challenge", "1"),
            ("hub.challenge", "2"),
            ("hub.verify_token", "meta-verify")
        );

        Assert.Equal(StatusCodes.Status400BadRequest, StatusOf(Connector().Answer(tooLong)));
        Assert.Equal(StatusCodes.Status400BadRequest, StatusOf(Connector().Answer(doubled)));
    }

    [Fact]
    public void A_request_without_the_mode_is_no_handshake()
    {
        Assert.Null(Connector().Answer(ConnectorReading.Query(("hub.challenge", "1"), ("hub.verify_token", "meta-verify"))));
        Assert.Null(
            Connector()
                .Answer(ConnectorReading.Query(("hub.mode", "unsubscribe"), ("hub.challenge", "1"), ("hub.verify_token", "meta-verify")))
        );
    }

    [Theory]
    [InlineData("Meta/facebook-feed")]
    [InlineData("Meta/facebook-comment-escaped")]
    public void A_signature_is_checked_on_the_bytes_as_they_came(string name)
    {
        var body = Recorded.Bytes(name);
        var connector = Connector();

        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(Signed(body, "meta-s3cret"), body, ConnectorReading.Now));
        ConnectorReading.AssertRefused(
            connector.Verify(Signed(body, "meta-s3cret"), body.AsSpan(0, body.Length - 1), ConnectorReading.Now),
            401,
            "signature-wrong"
        );
        ConnectorReading.AssertRefused(connector.Verify(Signed(body, "another"), body, ConnectorReading.Now), 401, "signature-wrong");
        ConnectorReading.AssertRefused(connector.Verify(new HeaderDictionary(), body, ConnectorReading.Now), 401, "signature-wrong");
    }

    [Fact]
    public void Secrets_of_further_apps_count_too()
    {
        var body = Recorded.Bytes("Meta/threads-reply");
        var connector = new MetaConnector(
            ConnectorReading.Options(options =>
            {
                options.Meta.AppSecret = "meta-s3cret";
                options.Meta.OtherAppSecrets = ["", "threads-s3cret"];
            })
        );

        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(Signed(body, "threads-s3cret"), body, ConnectorReading.Now));
        ConnectorReading.AssertRefused(connector.Verify(Signed(body, ""), body, ConnectorReading.Now), 401, "signature-wrong");
    }

    [Fact]
    public void Without_a_secret_it_is_off_unless_unsigned_deliveries_are_allowed()
    {
        var off = new MetaConnector(ConnectorReading.Options(_ => { }));
        var open = new MetaConnector(ConnectorReading.Options(options => options.AllowUnsigned = true));

        Assert.False(off.IsEnabled);
        ConnectorReading.AssertRefused(off.Verify(new HeaderDictionary(), [], ConnectorReading.Now), 401, "signature-wrong");
        Assert.True(open.IsEnabled);
        Assert.IsType<ConnectorVerdict.Passed>(open.Verify(new HeaderDictionary(), [], ConnectorReading.Now));
    }

    [Fact]
    public void A_secret_is_checked_also_when_unsigned_deliveries_are_allowed()
    {
        var connector = new MetaConnector(
            ConnectorReading.Options(options =>
            {
                options.AllowUnsigned = true;
                options.Meta.AppSecret = "meta-s3cret";
            })
        );

        ConnectorReading.AssertRefused(connector.Verify(new HeaderDictionary(), [], ConnectorReading.Now), 401, "signature-wrong");
    }

    [Fact]
    public void WhatsApp_is_left_aside() =>
        Assert.Equal([new SocialEvent.Ignored(SocialReason.NotAPost)], Connector().ReadRecorded("Meta/whatsapp-message"));

    [Fact]
    public void One_bad_change_loses_no_other()
    {
        var events = Connector()
            .ReadText(
                """{"object":"page","entry":[{"changes":[]},{"id":"1","changes":[{"field":"feed"},{"field":"feed","value":{"item":"comment","verb":"add"}},{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"2","message":"ok"}}]},{"id":"1"}]}"""
            );

        Assert.Equal(
            [
                new SocialEvent.Refused(SocialReason.ItemInvalid, "An entry needs an 'id'."),
                new SocialEvent.Refused(SocialReason.ItemInvalid, "A change needs a 'field' and a 'value'."),
                new SocialEvent.Refused(SocialReason.ItemInvalid, "A comment needs a 'comment_id'."),
            ],
            events.Take(3)
        );
        Assert.Equal("ok", ConnectorReading.Post(events[3]).Text);
        Assert.Equal(new SocialEvent.Ignored(SocialReason.NotAPost), events[4]);
    }

    [Fact]
    public void A_thousand_changes_are_read()
    {
        var changes = Enumerable
            .Range(0, 1_000)
            .Select(number =>
                $$$"""{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_{{{number}}}","post_id":"9_1","message":"Не работает 😡"}}"""
            );

        var events = Connector().ReadText($$"""{"object":"page","entry":[{"id":"9","changes":[{{string.Join(',', changes)}}]}]}""");

        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(number => $"1_{number}"),
            events.Select(one => ConnectorReading.Post(one).ExternalId)
        );
    }

    [Theory]
    [MemberData(nameof(ConnectorReading.OddPayloads), MemberType = typeof(ConnectorReading))]
    public void Odd_payloads_break_nothing(string json) => ConnectorReading.AssertSurvives(Connector(), json);

    internal static MetaConnector Connector(params string[] own) =>
        new(
            ConnectorReading.Options(options =>
            {
                options.Meta.AppSecret = "meta-s3cret";
                options.Meta.VerifyToken = "meta-verify";
                options.Meta.OwnAccounts = own;
            })
        );

    private static HeaderDictionary Signed(byte[] body, string secret) =>
        ConnectorReading.Headers(Header, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));

    private static int? StatusOf(IResult? result) => Assert.IsAssignableFrom<IStatusCodeHttpResult>(result).StatusCode;
}
