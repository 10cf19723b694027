using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>Answers through the front door: a mention of each platform is answered, and what is not allowed is refused.</summary>
public sealed class PublicReplyTests(PublicReplyTests.UnsignedDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<PublicReplyTests.UnsignedDesk>
{
    private static readonly Dictionary<string, string> s_payloads = new(StringComparer.Ordinal)
    {
        ["x"] =
            """{"data":{"event_uuid":"-1","event_type":"TYPE","filter":{"user_id":"700"},"payload":{"id":"88AUTHOR","text":"@NordwindHelp nothing works for AUTHOR","author_id":"AUTHOR"}}}""",
        ["meta"] =
            """{"object":"page","entry":[{"id":"900","time":NOW,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","from":{"id":"AUTHOR","name":"Anna"},"post_id":"900_1","comment_id":"c-1","message":"nothing works for AUTHOR","created_time":NOW}}]}]}""",
        ["telegram"] =
            """{"update_id":1,"message":{"message_id":77,"date":NOW,"chat":{"id":-100,"type":"supergroup"},"from":{"id":AUTHOR,"is_bot":false,"username":"anna"},"text":"nothing works for AUTHOR"}}""",
        ["vk"] =
            """{"type":"wall_reply_new","group_id":12345,"event_id":"e1","v":"5.199","object":{"id":31,"from_id":AUTHOR,"post_id":9,"owner_id":-12345,"post_owner_id":-12345,"date":NOW,"text":"nothing works for AUTHOR"}}""",
        ["line"] =
            """{"destination":"U0","events":[{"type":"message","webhookEventId":"eAUTHOR","timestamp":NOW000,"mode":"active","source":{"type":"user","userId":"AUTHOR"},"replyToken":"r","message":{"type":"text","id":"325AUTHOR","text":"nothing works for AUTHOR"},"deliveryContext":{"isRedelivery":false}}]}""",
    };

    [Theory]
    [InlineData("x", "x", "/local/platforms/x/2/tweets", "text")]
    [InlineData("meta", "facebook", "/local/platforms/facebook/v24.0/c-1/comments", "message")]
    [InlineData("telegram", "telegram", "/local/platforms/telegram/botlocal/sendMessage", "text")]
    [InlineData("vk", "vk", "/local/platforms/vk/method/wall.createComment", "message")]
    [InlineData("line", "line", "/local/platforms/line/v2/bot/message/push", "messages")]
    public async Task A_mention_is_answered_after_a_second_person_has_approved_and_once(
        string connector,
        string platform,
        string path,
        string field
    )
    {
        var author = $"70{platform.Length}{connector.Length}";
        await Desk.AcceptAsync(connector, Payload(connector, author));
        var id = await IdAsync(author);
        var text = $"Sorry, {author}! Please send us a direct message.";

        var draft = await PostAsync($"api/mentions/{id}/reply", "marketing", new { text });
        var reply = draft.Body.GetProperty("reply").GetProperty("id").GetString();
        var approved = await PostAsync($"api/mentions/{id}/replies/{reply}/approve", "approver", new { text });
        await PostAsync($"api/mentions/{id}/replies/{reply}/approve", "approver", new { text });
        await Desk.IdleAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (draft.Status, approved.Status));
        var post = Assert.Single(await PostsAsync(platform), one => one.GetRawText().Contains(author, StringComparison.Ordinal));
        Assert.Equal(path, post.GetProperty("path").GetString());
        Assert.Contains(author, post.GetProperty("body").GetProperty(field).GetRawText(), StringComparison.Ordinal);
        var mention = await Desk.DetailsOfAsync(author);
        Assert.Equal("answered", mention.GetProperty("mention").GetProperty("state").GetString());
        Assert.Equal("sent", Assert.Single(mention.GetProperty("replies").EnumerateArray()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_X_would_refuse_is_refused_before_and_says_where_to_answer()
    {
        await Desk.AcceptAsync("x", Payload("x", "6001", "post.create"));
        var id = await IdAsync("6001");

        var (status, body) = await PostAsync($"api/mentions/{id}/reply", "marketing", new { text = "Sorry!" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not-summoned"), (status, body.GetProperty("reason").GetString()));
        Assert.StartsWith("https://x.com/", body.GetProperty("openThere").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_for_its_platform_is_refused_with_its_own_count()
    {
        await Desk.AcceptAsync("x", Payload("x", "6011"));
        var id = await IdAsync("6011");

        var (status, body) = await PostAsync($"api/mentions/{id}/reply", "marketing", new { text = new string('界', 141) });

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, 282, 280),
            (status, body.GetProperty("length").GetInt32(), body.GetProperty("limit").GetInt32())
        );
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote()
    {
        await Desk.AcceptAsync("x", Payload("x", "6021"));
        var id = await IdAsync("6021");
        var draft = await PostAsync($"api/mentions/{id}/reply", "marketing", new { text = "Sorry!" });

        var approval = await PostAsync(
            $"api/mentions/{id}/replies/{draft.Body.GetProperty("reply").GetProperty("id").GetString()}/approve",
            "marketing",
            new { text = "Sorry!" }
        );

        Assert.Equal(
            (HttpStatusCode.Forbidden, "second-person-needed"),
            (approval.Status, approval.Body.GetProperty("reason").GetString())
        );
    }

    [Fact]
    public async Task What_a_platform_refuses_stands_beside_the_answer()
    {
        await Desk.AcceptAsync("x", Payload("x", "6031"));
        var id = await IdAsync("6031");
        var draft = await PostAsync($"api/mentions/{id}/reply", "marketing", new { text = "Sorry!" });
        using var planned = await Desk.Http.PostAsJsonAsync(
            "local/faults",
            new
            {
                target = "x",
                status = 403,
                count = 1,
            }
        );

        await PostAsync(
            $"api/mentions/{id}/replies/{draft.Body.GetProperty("reply").GetProperty("id").GetString()}/approve",
            "approver",
            new { text = "Sorry!" }
        );
        await Desk.IdleAsync();

        var reply = Assert.Single((await Desk.DetailsOfAsync("6031")).GetProperty("replies").EnumerateArray());
        Assert.Equal(("suppressed", "reply-refused"), (reply.GetProperty("state").GetString(), reply.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task After_the_private_part_a_closing_public_word_is_proposed_once()
    {
        await Desk.AcceptAsync("x", Payload("x", "6041"));
        var id = await IdAsync("6041");
        await PostAsync($"api/mentions/{id}/case", "marketing", new { });
        await Desk.IdleAsync();
        var caseId = (await Desk.MentionOfAsync("6041")).GetProperty("caseId").GetString();

        var closed = await PostAsync($"api/cases/{caseId}/close", "agent", new { reason = "customer-confirmed" });
        await Desk.IdleAsync();

        Assert.Equal(HttpStatusCode.OK, closed.Status);
        var reply = Assert.Single((await Desk.DetailsOfAsync("6041")).GetProperty("replies").EnumerateArray());
        Assert.Equal("drafted", reply.GetProperty("state").GetString());
        Assert.Contains("direct message", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_was_helped_no_closing_word_is_proposed()
    {
        (string Reason, string Author)[] closings = [("spam", "6051"), ("duplicate", "6052")];
        foreach (var (_, author) in closings)
        {
            await Desk.AcceptAsync("x", Payload("x", author));
            await PostAsync($"api/mentions/{await IdAsync(author)}/case", "marketing", new { });
        }

        await Desk.IdleAsync();
        foreach (var (reason, author) in closings)
        {
            var caseId = (await Desk.MentionOfAsync(author)).Text("caseId")!;
            var closed = await PostAsync($"api/cases/{caseId}/close", "agent", new { reason });
            await Desk.IdleAsync();

            Assert.Equal((HttpStatusCode.OK, "closed"), (closed.Status, (await Desk.CaseAsync(caseId)).State));
            Assert.Empty((await Desk.DetailsOfAsync(author)).GetProperty("replies").EnumerateArray());
        }
    }

    private async Task<string> IdAsync(string author) => (await Desk.MentionOfAsync(author)).GetProperty("id").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> PostsAsync(string platform)
    {
        var posts = await Desk.Http.GetFromJsonAsync<JsonElement>("local/platforms/posts");
        return [.. posts.EnumerateArray().Where(post => post.GetProperty("platform").GetString() == platform)];
    }

    private Task<StaffAnswer> PostAsync(string path, string role, object body) => Desk.DoAsync(path, role, body);

    /// <summary>A delivery of each platform in its documented shape.</summary>
    private static byte[] Payload(string connector, string author, string type = "post.mention.create") =>
        Encoding.UTF8.GetBytes(
            s_payloads[connector]
                .Replace("AUTHOR", author, StringComparison.Ordinal)
                .Replace("TYPE", type, StringComparison.Ordinal)
                .Replace("NOW", $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}", StringComparison.Ordinal)
        );

    public sealed class UnsignedDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(
                options,
                ("Social:AllowUnsigned", "true"),
                ("Social:Vk:GroupId", "12345"),
                ("Social:Replies:RetrySeconds", "1"),
                ("Social:Replies:LookAgainSeconds", "1"),
                ("Social:Receiving:ConversionRetrySeconds", "5"),
                ("Replies:ClaimSeconds", "5"),
                ("SendGrid:TimeoutSeconds", "4"),
                ("Social:Replies:MaxAttempts", "3")
            );
    }
}
