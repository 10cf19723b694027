using System.Net;
using System.Text;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Replies.Posting;

public sealed class PostRequestsTests
{
    private static readonly DateTimeOffset Now = SampleMentions.At;

    [Theory]
    [InlineData("x", "https://x.example/2/tweets", """{"text":"Sorry!","reply":{"in_reply_to_tweet_id":"42"}}""")]
    [InlineData(
        "mastodon",
        "https://mastodon.example/api/v1/statuses",
        """{"status":"Sorry!","in_reply_to_id":"110","visibility":"unlisted"}"""
    )]
    [InlineData("facebook", "https://facebook.example/v24.0/c1/comments", "message=Sorry%21")]
    [InlineData("instagram", "https://instagram.example/v24.0/c1/replies", "message=Sorry%21")]
    [InlineData(
        "telegram",
        "https://telegram.example/bottoken/sendMessage",
        """{"chat_id":"-100","text":"Sorry!","reply_parameters":{"message_id":77}}"""
    )]
    [InlineData(
        "vk",
        "https://vk.example/method/wall.createComment",
        "owner_id=-5&post_id=9&message=Sorry%21&from_group=1&guid=r1&v=5.199&reply_to_comment=c1"
    )]
    [InlineData("line", "https://line.example/v2/bot/message/push", """{"to":"U1","messages":[{"type":"text","text":"Sorry!"}]}""")]
    public async Task An_answer_is_asked_for_as_the_platform_wants_it(string platform, string address, string body)
    {
        using var request = PostRequests.Of(Of(platform), Reply(), Options())!;

        Assert.Equal((HttpMethod.Post, address), (request.Method, request.RequestUri!.AbsoluteUri));
        Assert.Equal(body, await request.Content!.ReadAsStringAsync());
        Assert.Equal(platform == "telegram" ? null : "Bearer token", request.Headers.Authorization?.ToString());
    }

    [Theory]
    [InlineData("mastodon", """{"status":"Sorry!","in_reply_to_id":"110","visibility":"direct"}""")]
    [InlineData("facebook", """{"recipient":{"comment_id":"c1"},"message":{"text":"Sorry!"}}""")]
    public async Task A_private_answer_goes_to_the_author_alone(string platform, string body)
    {
        using var request = PostRequests.Of(Of(platform), Reply() with { IsPrivate = true }, Options())!;

        Assert.Equal(body, await request.Content!.ReadAsStringAsync());
    }

    [Fact]
    public void The_same_answer_carries_the_same_key_again()
    {
        using var mastodon = PostRequests.Of(Of("mastodon"), Reply(), Options())!;
        using var line = PostRequests.Of(Of("line"), Reply(), Options())!;
        using var again = PostRequests.Of(Of("line"), Reply(), Options())!;

        Assert.Equal("r1", Assert.Single(mastodon.Headers.GetValues("Idempotency-Key")));
        Assert.True(Guid.TryParse(Assert.Single(line.Headers.GetValues("X-Line-Retry-Key")), out _));
        Assert.Equal(line.Headers.GetValues("X-Line-Retry-Key"), again.Headers.GetValues("X-Line-Retry-Key"));
    }

    [Fact]
    public void On_Mastodon_the_author_is_named_because_nobody_else_tells_them()
    {
        var mention = Of("mastodon");
        mention = mention with
        {
            Post = mention.Post with
            {
                ReplyFacts = new Dictionary<string, string> { ["status"] = "1", ["acct"] = "anna@far.example" },
            },
        };

        Assert.Equal("@anna@far.example Sorry!", PostedText.Of(mention, "Sorry!"));
        Assert.Equal("Sorry, @anna@far.example!", PostedText.Of(mention, "Sorry, @anna@far.example!"));
    }

    [Fact]
    public void A_record_of_Bluesky_has_root_and_parent_and_marks_links_by_bytes()
    {
        var reply = Reply() with { Text = "Извините 🙏 https://desk.example/help." };

        var record = BlueskyRecords.Of(Of("bluesky"), reply);

        Assert.Equal(
            """{"root":{"uri":"at://did:plc:a/app.bsky.feed.post/1","cid":"cid-1"},"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/2","cid":"cid-2"}}""",
            record["reply"]!.ToJsonString()
        );
        var index = record["facets"]![0]!["index"]!;
        var bytes = Encoding.UTF8.GetBytes(reply.Text)[(int)index["byteStart"]!..(int)index["byteEnd"]!];
        Assert.Equal("https://desk.example/help", Encoding.UTF8.GetString(bytes));
        Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", BlueskyRecords.KeyOf(reply));
        Assert.Equal(BlueskyRecords.KeyOf(reply), BlueskyRecords.KeyOf(reply with { Text = "other" }));
    }

    [Theory]
    [InlineData("x", 201, """{"data":{"id":"99"}}""", "99")]
    [InlineData("mastodon", 200, """{"id":"98"}""", "98")]
    [InlineData("telegram", 200, """{"ok":true,"result":{"message_id":97}}""", "97")]
    [InlineData("vk", 200, """{"response":{"comment_id":96}}""", "96")]
    [InlineData("line", 200, """{"sentMessages":[{"id":"95"}]}""", "95")]
    [InlineData("facebook", 200, """{"id":"94"}""", "94")]
    [InlineData("line", 409, """{"message":"The retry key is already accepted"}""", null)]
    [InlineData("mastodon", 200, "", null)]
    public void What_was_taken_has_an_id_there(string platform, int status, string body, string? id) =>
        Assert.Equal(new PostOutcome.Posted(id), Read(platform, status, body));

    [Theory]
    [InlineData(
        "x",
        403,
        """{"detail":"You are not permitted to perform this action."}""",
        "403 You are not permitted to perform this action."
    )]
    [InlineData(
        "facebook",
        400,
        """{"error":{"message":"(#10) This message is sent outside of allowed window.","code":10}}""",
        "400 (#10) This message is sent outside of allowed window."
    )]
    [InlineData("vk", 200, """{"error":{"error_code":15,"error_msg":"Access denied"}}""", "15 Access denied")]
    [InlineData(
        "telegram",
        400,
        """{"ok":false,"description":"Bad Request: message to be replied not found"}""",
        "400 Bad Request: message to be replied not found"
    )]
    public void What_was_refused_says_why(string platform, int status, string body, string detail) =>
        Assert.Equal(new PostOutcome.Refused(detail), Read(platform, status, body));

    [Theory]
    [InlineData("telegram", 429, """{"ok":false,"parameters":{"retry_after":35}}""", 35)]
    [InlineData("x", 503, "{}", null)]
    [InlineData("vk", 200, """{"error":{"error_code":6,"error_msg":"Too many requests per second"}}""", null)]
    public void What_may_be_taken_later_says_when(string platform, int status, string body, int? seconds) =>
        Assert.Equal(
            seconds is { } wait ? Now.AddSeconds(wait) : null,
            Assert.IsType<PostOutcome.Later>(Read(platform, status, body)).Until
        );

    [Fact]
    public void A_rate_limit_ends_when_its_header_says()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.Add("x-rate-limit-remaining", "0");
        response.Headers.Add("x-rate-limit-reset", $"{Now.AddMinutes(9).ToUnixTimeSeconds()}");

        var outcome = PostAnswers.Of(SocialPlatform.X, new(429, [], response.Headers, ""), Now);

        Assert.Equal(Now.AddMinutes(9), Assert.IsType<PostOutcome.Later>(outcome).Until);
    }

    [Theory]
    [InlineData(502, "")]
    [InlineData(504, "")]
    [InlineData(0, "ResponseEnded")]
    [InlineData(0, "timeout")]
    public void A_lost_answer_is_unknown(int status, string failure) =>
        Assert.IsType<PostOutcome.Unknown>(PostAnswers.Of(SocialPlatform.X, new(status, [], null, failure), Now));

    [Fact]
    public void What_never_got_there_is_tried_again() =>
        Assert.IsType<PostOutcome.Later>(PostAnswers.Of(SocialPlatform.X, new(0, [], null, "ConnectionError"), Now));

    private static PostOutcome Read(string platform, int status, string body) =>
        PostAnswers.Of(Platform.KebabCase.ValueOf<SocialPlatform>(platform), new(status, Encoding.UTF8.GetBytes(body), null, ""), Now);

    private static Mention Of(string platform) =>
        SampleMentions.Of(
            SampleMentions.Post("Nothing works", id: "42") with
            {
                Platform = Platform.KebabCase.ValueOf<SocialPlatform>(platform),
                IsAddressedToUs = true,
            }
        );

    private static PublicReply Reply() =>
        new()
        {
            Id = "r1",
            Text = "Sorry!",
            At = Now,
        };

    private static PublicRepliesOptions Options()
    {
        var options = new PublicRepliesOptions();
        foreach (var platform in Enum.GetValues<SocialPlatform>())
        {
            if (options.Of(platform) is { } account)
            {
                (account.BaseAddress, account.Token) = ($"https://{Platform.KebabCase.NameOf(platform)}.example", "token");
            }
        }

        return options;
    }
}
