using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace SupportPipeline.Social.Connectors.X;

public sealed class XConnectorTests
{
    private const string Secret = "consumer-secret";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly XConnector Connector = Create(Secret);

    [Fact]
    public async Task Answers_the_challenge_from_the_consumer_secret_alone()
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Response.Body = new MemoryStream();

        await Connector.Answer(Query("crc_token", "challenge"))!.ExecuteAsync(context);

        var expected = Convert.ToBase64String(HMACSHA256.HashData("consumer-secret"u8, "challenge"u8));
        Assert.Equal("application/json", context.Response.ContentType);
        Assert.Equal(
            $$"""{"response_token":"sha256={{expected}}"}""",
            Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray())
        );
    }

    [Fact]
    public void A_request_that_is_no_challenge_has_no_answer()
    {
        Assert.Null(Connector.Answer(Query("token", "challenge")));
        Assert.Null(Connector.Answer(Query("crc_token", "")));
        Assert.Null(Connector.Answer(Query("crc_token", new string('a', 1_001))));
        Assert.Null(Create("", isUnsignedAllowed: true).Answer(Query("crc_token", "challenge")));
    }

    [Fact]
    public void A_signature_is_over_the_bytes_as_they_came()
    {
        var body = Recorded.Bytes("X/quote-long");

        Assert.IsType<ConnectorVerdict.Passed>(Verify(Connector, body, Sign(body)));
        Assert.Equal(ConnectorItems.SignatureWrong, Verify(Connector, [.. body, (byte)'\n'], Sign(body)));
        Assert.Equal(ConnectorItems.SignatureWrong, Verify(Connector, body, Sign(Encoding.ASCII.GetBytes(Encoding.UTF8.GetString(body)))));
        Assert.Equal(ConnectorItems.SignatureWrong, Verify(Connector, body, null));
    }

    [Fact]
    public void Without_a_secret_it_exists_only_where_unsigned_deliveries_are_allowed()
    {
        Assert.False(Create("").IsEnabled);
        Assert.True(Connector.IsEnabled);
        Assert.True(Create("", isUnsignedAllowed: true).IsEnabled);
        Assert.IsType<ConnectorVerdict.Passed>(Verify(Create("", isUnsignedAllowed: true), Recorded.Bytes("X/mention"), null));
        Assert.Equal(ConnectorItems.SignatureWrong, Verify(Create(Secret, isUnsignedAllowed: true), Recorded.Bytes("X/mention"), null));
    }

    [Fact]
    public void Reads_a_mention()
    {
        var post = Post("X/mention");

        Assert.Equal("1991400000000000101", post.ExternalId);
        Assert.Equal(SocialPlatform.X, post.Platform);
        Assert.Equal(PostKind.Mention, post.Kind);
        Assert.Equal(PostAudience.Everyone, post.Audience);
        Assert.Equal("@NordwindHelp my order is 3 weeks late & nobody answers 😡 #Nordwind #slow https://t.co/abc", post.Text);
        Assert.Equal("https://x.com/maria_writes/status/1991400000000000101", post.Url!.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 15, 42, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("en", post.Language);
        Assert.Equal("700", post.Account);
        Assert.True(post.IsAddressedToUs);
        Assert.Equal("1991400000000000101", post.ConversationId);
        Assert.Equal(
            new PostMetrics
            {
                Likes = 17,
                Shares = 4,
                Replies = 2,
                Views = 4100,
            },
            post.Metrics
        );
        Assert.Equal(["Nordwind", "slow"], post.Tags);
        Assert.Equal(0, post.Revision);
        Assert.Empty(post.ReplyFacts);
        Assert.Equal(
            new SocialAuthor("2222222222222222222")
            {
                Handle = "maria_writes",
                Name = "Maria W.",
                Followers = 9700,
                Following = 310,
                Posts = 5021,
                CreatedAt = new(2019, 4, 20, 19, 55, 59, TimeSpan.Zero),
            },
            post.Author
        );
    }

    [Fact]
    public void An_edit_keeps_the_first_id_and_says_which_version_it_is()
    {
        var post = Post("X/edit");

        Assert.Equal("1991400000000000101", post.ExternalId);
        Assert.Equal(1, post.Revision);
        Assert.Equal("1991400000000000145", post.ReplyFacts["latestId"]);
        Assert.Equal("https://x.com/maria_writes/status/1991400000000000145", post.Url!.AbsoluteUri);
        Assert.StartsWith("@NordwindHelp my order is 4 weeks late", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_deletion() =>
        Assert.Equal([new SocialEvent.Deleted(SocialPlatform.X, "", "1991400000000000101")], Read("X/delete"));

    [Fact]
    public void Reads_an_answer_to_us()
    {
        var post = Post("X/reply");

        Assert.Equal(PostKind.Comment, post.Kind);
        Assert.True(post.IsAddressedToUs);
        Assert.Equal("1991400000000000201", post.InReplyTo);
        Assert.Equal("1991400000000000200", post.ConversationId);
        Assert.Equal("А ответа всё нет. Второй день без связи, это издевательство 🤬", post.Text);
        Assert.Equal("ru", post.Language);
        Assert.Equal(
            new PostMetrics
            {
                Likes = 5,
                Shares = 0,
                Replies = 1,
                Views = 640,
            },
            post.Metrics
        );
    }

    [Fact]
    public void Reads_a_long_post_whole()
    {
        var post = Post("X/quote-long");

        Assert.EndsWith("不要再給我罐頭訊息了 🙏", post.Text, StringComparison.Ordinal);
        Assert.Equal("1991400000000000250", post.QuoteOf);
        Assert.True(post.IsAddressedToUs);
        Assert.Null(post.RepostOf);
        Assert.True(post.Author.IsBot);
    }

    [Fact]
    public void A_repost_has_the_words_of_what_it_repeats_and_no_numbers_of_its_own()
    {
        var post = Post("X/repost");

        Assert.Equal("1991400000000000401", post.ExternalId);
        Assert.Equal("1991400000000000101", post.RepostOf);
        Assert.Equal("@NordwindHelp my order is 3 weeks late & nobody answers 😡 #Nordwind #slow https://t.co/abc", post.Text);
        Assert.Equal(new PostMetrics(), post.Metrics);
    }

    [Fact]
    public void Our_own_words_are_dropped_also_when_others_repeat_them()
    {
        Assert.Equal([ConnectorItems.OwnPost], Read("X/repost-of-ours"));
        Assert.Equal([ConnectorItems.OwnPost], Create(Secret, "222", "2222222222222222222").Read(Recorded.Bytes("X/mention")));
        Assert.Equal([ConnectorItems.OwnPost], Create(Secret, "2222222222222222222").Read(Recorded.Bytes("X/delete")));
    }

    [Fact]
    public void Reads_the_older_deliveries_item_by_item()
    {
        var events = Read("X/account-activity");

        Assert.Equal(7, events.Count);
        var post = Assert.IsType<SocialEvent.Posted>(events[0]).Post;
        Assert.Equal("1991400000000000501", post.ExternalId);
        Assert.EndsWith("不然我要申请退款并且投诉到平台 😤 #差评", post.Text, StringComparison.Ordinal);
        Assert.Equal(PostKind.Comment, post.Kind);
        Assert.True(post.IsAddressedToUs);
        Assert.Equal("700", post.Account);
        Assert.Equal(["差评"], post.Tags);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 19, 24, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal(
            new PostMetrics
            {
                Likes = 7,
                Shares = 2,
                Replies = 1,
            },
            post.Metrics
        );
        Assert.Equal(
            new SocialAuthor("601")
            {
                Handle = "xiaowang88",
                Name = "小王",
                Followers = 240,
                Following = 180,
                Posts = 900,
                CreatedAt = new(2018, 10, 10, 20, 19, 24, TimeSpan.Zero),
            },
            post.Author
        );
        Assert.Equal(
            new SocialEvent.Refused(SocialReason.ItemInvalid, "tweet_create_events.id_str is missing or is not a number."),
            events[1]
        );
        Assert.Equal(ConnectorItems.OwnPost, events[2]);
        var repost = Assert.IsType<SocialEvent.Posted>(events[3]).Post;
        Assert.Equal("1991400000000000501", repost.RepostOf);
        Assert.Equal("@NordwindHelp 我的快递已经三个星期没有更新了，客服电话一直打不通。", repost.Text);
        Assert.False(repost.IsAddressedToUs);
        Assert.Equal(new SocialEvent.Deleted(SocialPlatform.X, "", "1991400000000000480"), events[4]);
        Assert.Equal(ConnectorItems.NotAPost, events[5]);
        Assert.Equal(ConnectorItems.NotAPost, events[6]);
    }

    [Theory]
    [InlineData("""{"data":{"event_type":"like.create","payload":{"id":"1"}}}""")]
    [InlineData("""{"data":{"event_type":"dm.received","payload":{}}}""")]
    [InlineData("""{"user_event":{"revoke":{"date_time":"2026-11-20"}}}""")]
    public void What_is_no_post_is_ignored(string body) => Assert.Equal([ConnectorItems.NotAPost], ReadText(body));

    [Theory]
    [InlineData("""{"data":{}}""", "data.event_type is missing.")]
    [InlineData("""{"data":{"event_type":"post.create"}}""", "data.payload.id is missing or is not a number.")]
    [InlineData("""{"data":{"event_type":"post.create","payload":{"id":"../x"}}}""", "data.payload.id is missing or is not a number.")]
    [InlineData("""{"data":{"event_type":"post.create","payload":{"id":1e999}}}""", "data.payload.id is missing or is not a number.")]
    [InlineData(
        """{"data":{"event_type":"post.create","payload":{"id":"7","author_id":{}}}}""",
        "data.payload.author_id is missing or is not a number."
    )]
    [InlineData("""{"data":{"event_type":"post.create","payload":[1,2]}}""", "data.payload.id is missing or is not a number.")]
    public void An_item_without_what_it_needs_is_refused(string body, string detail) =>
        Assert.Equal([new SocialEvent.Refused(SocialReason.ItemInvalid, detail)], ReadText(body));

    [Fact]
    public void Several_events_at_once_do_not_lose_each_other()
    {
        var events = ReadText(
            """{"data":[{"event_type":5},{"event_type":"post.create","payload":{"id":9,"author_id":"8","text":"\ud83d down","lang":"und","created_at":"soon","public_metrics":[]}}]}"""
        );

        Assert.IsType<SocialEvent.Refused>(events[0]);
        var post = Assert.IsType<SocialEvent.Posted>(events[1]).Post;
        Assert.Equal("\uFFFD down", post.Text);
        Assert.Equal("9", post.ExternalId);
        Assert.Equal(PostKind.Post, post.Kind);
        Assert.False(post.IsAddressedToUs);
        Assert.Null(post.Language);
        Assert.Null(post.PublishedAt);
        Assert.Equal("https://x.com/i/status/9", post.Url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"\ud83d_events":1}""")]
    public void Another_shape_is_refused_whole(string body) => Assert.Throws<FormatException>(() => ReadText(body));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\u0000")]
    public void What_is_not_json_is_refused_whole(string body) => Assert.ThrowsAny<JsonException>(() => ReadText(body));

    [Fact]
    public void Deep_nesting_is_refused_whole() =>
        Assert.ThrowsAny<JsonException>(() => ReadText(string.Concat(Enumerable.Repeat("{\"data\":", 10_000))));

    [Fact]
    public void Whatever_is_cut_out_of_a_delivery_it_is_read_or_refused_with_a_named_error()
    {
        byte[][] recorded = [Recorded.Bytes("X/mention"), Recorded.Bytes("X/account-activity")];
        Prop.ForAll<int, int, byte>(
                (which, at, value) =>
                {
                    var body = recorded[(which & int.MaxValue) % 2].ToArray();
                    body[(at & int.MaxValue) % body.Length] = value;
                    try
                    {
                        return Connector.Read(body).All(one => one is not null);
                    }
                    catch (Exception exception) when (exception is JsonException or FormatException)
                    {
                        return exception.Message.Length > 0;
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static XConnector Create(string secret, params string[] own) => Create(secret, false, own);

    private static XConnector Create(string secret, bool isUnsignedAllowed, params string[] own) =>
        new(
            Options.Create(
                new ConnectorsOptions
                {
                    AllowUnsigned = isUnsignedAllowed,
                    X = new() { ConsumerSecret = secret, OwnAccounts = own },
                }
            )
        );

    private static IReadOnlyList<SocialEvent> Read(string name) => Connector.Read(Recorded.Bytes(name));

    private static IReadOnlyList<SocialEvent> ReadText(string body) => Connector.Read(Encoding.UTF8.GetBytes(body));

    private static SocialPost Post(string name) => Assert.IsType<SocialEvent.Posted>(Assert.Single(Read(name))).Post;

    private static QueryCollection Query(string name, string value) => new(new Dictionary<string, StringValues> { [name] = value });

    private static string Sign(byte[] body) =>
        "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));

    private static ConnectorVerdict Verify(XConnector connector, byte[] body, string? signature)
    {
        var headers = new HeaderDictionary();
        if (signature is not null)
        {
            headers["x-twitter-webhooks-signature"] = signature;
        }

        return connector.Verify(headers, body, Now);
    }
}
