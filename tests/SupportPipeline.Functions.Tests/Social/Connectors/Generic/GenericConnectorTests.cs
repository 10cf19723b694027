using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors.Generic.Keys;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Connectors.Generic;

public sealed class GenericConnectorTests
{
    private const string OldSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private const string NewSecret = "whsec_NzY1NDMyMTBmZWRjYmE5ODc2NTQzMjEw";

    private static readonly DateTimeOffset Now = new FixedClock().Now;

    [Fact]
    public void Reads_what_no_code_tools_make_of_it_and_keeps_the_good_items()
    {
        var events = Create().Read(Recorded.Bytes("Generic/no-code"));

        Assert.Equal(4, events.Count);
        var first = Assert.IsType<SocialEvent.Posted>(events[0]).Post;
        Assert.Equal("991204", first.ExternalId);
        Assert.Equal("zh-Hant", first.Language);
        Assert.Equal("陳大文", first.Author.Name);
        Assert.Equal("unknown:991204", first.Author.Id);
        Assert.Equal(2, first.Rating);
        Assert.Equal(new PostMetrics { Likes = 12, Views = 1540 }, first.Metrics);
        Assert.Equal(["客服", "登入"], first.Tags);
        Assert.Null(first.Url);
        Assert.Equal(
            new SocialEvent.Refused(SocialReason.ItemInvalid, "rating: a number from 1 to 5 is expected.") { ExternalId = "r-5" },
            events[1]
        );
        var third = Assert.IsType<SocialEvent.Posted>(events[2]).Post;
        Assert.Equal(new SocialAuthor("JoTheUser") { Handle = "JoTheUser", IsVerified = true }, third.Author);
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.Generic, "zapier:app-store", "r-4"), events[3]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_reason_to_refuse()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Recorded.Bytes("Generic/single")];

        Assert.IsType<SocialEvent.Posted>(Assert.Single(Create().Read(body)));
    }

    [Fact]
    public void At_most_500_items_come_at_once()
    {
        Assert.Equal(500, Create().Read(Items(500)).Count);
        Assert.Equal("At most 500 items are accepted at once.", Assert.Throws<FormatException>(() => Create().Read(Items(501))).Message);
        Assert.Empty(Create().Read("[]"u8.ToArray()));

        static byte[] Items(int count) => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", count))}]");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("\"{}\"")]
    public void Another_shape_is_refused_whole(string body) =>
        Assert.Throws<FormatException>(() => Create().Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void What_is_in_an_array_and_no_object_is_refused_alone() =>
        Assert.Equal(new SocialEvent.Refused(SocialReason.ItemInvalid, "An item is a JSON object."), Create().Read("[7]"u8.ToArray())[0]);

    [Fact]
    public void Says_of_each_item_what_became_of_it()
    {
        var answer = GenericAnswer.Of(Create().Read(Recorded.Bytes("Generic/no-code")), [true, false, false, false]);

        Assert.Equal((2, 1, 1), (answer.Accepted, answer.Duplicate, answer.Rejected));
        Assert.Equal(
            [
                new GenericItemAnswer(0, "991204", "duplicate", "mention-known", null),
                new GenericItemAnswer(1, "r-5", "rejected", "item-invalid", "rating: a number from 1 to 5 is expected."),
                new GenericItemAnswer(2, "r-6", "accepted", null, null),
                new GenericItemAnswer(3, "r-4", "accepted", null, null),
            ],
            answer.Items
        );
    }

    [Fact]
    public async Task Some_good_items_are_accepted_and_none_is_an_error()
    {
        var connector = Create();
        var (status, body) = await AnswerAsync(connector.Answer(connector.Read(Recorded.Bytes("Generic/no-code")), new bool[4]));
        var (allWrong, problem) = await AnswerAsync(connector.Answer(connector.Read("[{},7]"u8.ToArray()), new bool[2]));

        Assert.Equal(202, status);
        Assert.Equal(3, body.GetProperty("accepted").GetInt32());
        Assert.Equal(422, allWrong);
        Assert.Equal("item-invalid", problem.GetProperty("reason").GetString());
        Assert.Equal(2, problem.GetProperty("rejected").GetInt32());
        Assert.Equal("source: required, 1 to 100 characters that say where the post is from.", problem.GetProperty("detail").GetString());
        Assert.Equal("rejected", problem.GetProperty("items")[1].GetProperty("status").GetString());
    }

    [Fact]
    public void Both_signing_secrets_are_valid_while_one_replaces_the_other()
    {
        var connector = Create([OldSecret, NewSecret]);
        var body = Recorded.Bytes("Generic/single");

        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(Signed(OldSecret, body), body, Now));
        Assert.IsType<ConnectorVerdict.Passed>(connector.Verify(Signed(NewSecret, body), body, Now));
        Assert.Equal("signature-wrong", Failure(Create([NewSecret]).Verify(Signed(OldSecret, body), body, Now)));
        Assert.Equal("signature-wrong", Failure(Create().Verify(Signed(OldSecret, body), body, Now)));
        Assert.Equal("signature-wrong", Failure(connector.Verify(Signed(OldSecret, body), [.. body, (byte)' '], Now)));
        Assert.Equal("signature-wrong", Failure(connector.Verify(Signed(OldSecret, body), body, Now.AddSeconds(301))));
    }

    [Fact]
    public void Who_shows_nothing_is_let_in_only_where_unsigned_deliveries_are_allowed()
    {
        Assert.Equal("connector-key-missing", Failure(Create([OldSecret]).Verify(new HeaderDictionary(), "{}"u8, Now)));
        Assert.IsType<ConnectorVerdict.Passed>(Create(isUnsignedAllowed: true).Verify(new HeaderDictionary(), "{}"u8, Now));
    }

    [Fact]
    public void What_is_shown_has_to_be_right()
    {
        var connector = Create([OldSecret], isUnsignedAllowed: true);
        var body = Recorded.Bytes("Generic/single");
        var both = Signed(OldSecret, body);
        both["X-Connector-Key"] = "ck_unknown";

        Assert.Equal("connector-key-wrong", Failure(connector.Verify(both, body, Now)));
        Assert.Equal(
            "connector-key-wrong",
            Failure(connector.Verify(new HeaderDictionary { ["X-Connector-Key"] = new string('k', 5_000) }, body, Now))
        );
    }

    [Theory]
    [InlineData("short", 500, "Social:Generic:SigningSecrets:0 must be base64 of 24 to 64 bytes, with or without whsec_ before it.")]
    [InlineData("whsec_!!!", 500, "Social:Generic:SigningSecrets:0 must be base64 of 24 to 64 bytes, with or without whsec_ before it.")]
    [InlineData(OldSecret, 501, "Social:Generic:MaxItems must be from 1 to 500.")]
    public void A_setting_that_cannot_be_used_is_named(string secret, int maxItems, string expected)
    {
        var options = new ConnectorsOptions
        {
            Generic = new() { SigningSecrets = [secret], MaxItems = maxItems },
        };

        Assert.Equal([expected], new GenericConnectorOptions.Validation().Validate(null, options).Failures!);
        Assert.True(
            new GenericConnectorOptions.Validation()
                .Validate(null, new ConnectorsOptions { Generic = new() { SigningSecrets = [OldSecret] } })
                .Succeeded
        );
    }

    private static GenericConnector Create(string[]? secrets = null, bool isUnsignedAllowed = false)
    {
        var options = new ConnectorsOptions
        {
            AllowUnsigned = isUnsignedAllowed,
            Generic = new() { SigningSecrets = secrets ?? [] },
        };
        var nowhere = new TableServiceClient("UseDevelopmentStorage=true");
        return new(Options.Create(options), new ConnectorKeyRing(new ConnectorKeyStore(nowhere), new FixedClock()));
    }

    private static HeaderDictionary Signed(string secret, byte[] body)
    {
        var time = $"{Now.ToUnixTimeSeconds()}";
        var mac = HMACSHA256.HashData(
            Convert.FromBase64String(secret[6..]),
            (byte[])[.. Encoding.UTF8.GetBytes($"msg_1.{time}."), .. body]
        );
        return new()
        {
            ["webhook-id"] = "msg_1",
            ["webhook-timestamp"] = time,
            ["webhook-signature"] = "v1," + Convert.ToBase64String(mac),
        };
    }

    private static string Failure(ConnectorVerdict verdict) => Assert.IsType<ConnectorVerdict.Failed>(verdict).Reason;

    private static Task<(int Status, System.Text.Json.JsonElement Body)> AnswerAsync(IResult result) =>
        StaffRequest.AnswerAsync(StaffRequest.Of(Pipeline.Create(), null), result);
}
