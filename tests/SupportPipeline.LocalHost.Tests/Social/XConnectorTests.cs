using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>X through the front door: its check, its signed deliveries, edits and deletions.</summary>
public sealed class XConnectorTests(XConnectorTests.SignedDesk fixture) : PipelineTest(fixture), IClassFixture<XConnectorTests.SignedDesk>
{
    private const string Secret = "consumer-secret";
    private const string Us = "700";

    [Fact]
    public async Task The_check_is_answered()
    {
        var answer = await Desk.Http.GetFromJsonAsync<JsonElement>("api/inbound/social/x?crc_token=abc");
        using var none = await Desk.Http.GetAsync(new Uri("api/inbound/social/x", UriKind.Relative));

        Assert.Equal(
            "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "abc"u8)),
            answer.GetProperty("response_token").GetString()
        );
        Assert.Equal(HttpStatusCode.MethodNotAllowed, none.StatusCode);
    }

    [Fact]
    public async Task A_signed_delivery_becomes_a_mention()
    {
        var (status, _) = await SendAsync(Mention("1001", "9001", "@NordwindHelp 客服電話打不通，已經三天了 😡"));
        var mention = await Desk.MentionOfAsync("9001");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("x", mention.GetProperty("platform").GetString());
        Assert.Equal("@NordwindHelp 客服電話打不通，已經三天了 😡", mention.GetProperty("text").GetString());
        Assert.Equal("https://x.com/maria_writes/status/1001", mention.GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_same_delivery_twice_and_at_once_is_one_mention()
    {
        var body = Mention("1011", "9011", "@NordwindHelp где мой заказ?");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(body)));
        await SendAsync(body);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(await Desk.MentionsOfAsync("9011"));
    }

    [Fact]
    public async Task An_edit_changes_the_mention_and_the_older_version_does_not_come_back()
    {
        var first = Mention("1021", "9021", "@NordwindHelp my order is late");
        await SendAsync(first);
        await Desk.IdleAsync();
        await SendAsync(Mention("1022", "9021", "@NordwindHelp my order is lost", "1021", "1022"));
        await Desk.IdleAsync();
        await SendAsync(first);
        var mention = await Desk.MentionOfAsync("9021");

        Assert.Equal("@NordwindHelp my order is lost", mention.GetProperty("text").GetString());
        Assert.NotEqual(JsonValueKind.Null, mention.GetProperty("editedAt").ValueKind);
    }

    [Fact]
    public async Task A_deletion_blanks_the_words()
    {
        await SendAsync(Mention("1031", "9031", "@NordwindHelp you are thieves"));
        await Desk.IdleAsync();

        var (status, _) = await SendAsync(
            """{"data":{"event_uuid":"-7","filter":{"user_id":"9031"},"event_type":"post.delete","payload":{"id":"1031","author_id":"9031"}}}"""
        );
        var mention = await Desk.MentionOfAsync("9031");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("", mention.GetProperty("text").GetString());
        Assert.NotEqual(JsonValueKind.Null, mention.GetProperty("deletedAt").ValueKind);
        Assert.DoesNotContain("thieves", (await Desk.DetailsOfAsync("9031")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_posts_and_reactions_are_dropped()
    {
        var (own, _) = await SendAsync(Mention("1041", Us, "We are on it."));
        var (like, _) = await SendAsync("""{"data":{"event_type":"like.create","filter":{"user_id":"700"},"payload":{"id":"87"}}}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (own, like));
        Assert.Empty(await Desk.MentionsOfAsync(Us));
    }

    [Fact]
    public async Task A_bad_item_does_not_lose_the_others()
    {
        var (status, _) = await SendAsync(
            """
            {"for_user_id":"700","tweet_create_events":[
              {"text":"no id","user":{"id_str":"9051"}},
              {"id_str":"1052","text":"@NordwindHelp 订单丢了","user":{"id_str":"9052","screen_name":"wang"},"in_reply_to_user_id_str":"700"}]}
            """
        );
        var mention = await Desk.MentionOfAsync("9052");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("comment", mention.GetProperty("kind").GetString());
        Assert.Empty(await Desk.MentionsOfAsync("9051"));
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("signed by another")]
    [InlineData("changed after signing")]
    public async Task What_is_not_signed_rightly_is_refused_and_not_kept(string how)
    {
        var body = Encoding.UTF8.GetBytes(Mention("1061", "9061", "Обман 😡"));
        (string, string)[] headers = how switch
        {
            "signed by another" => [("x-twitter-webhooks-signature", Sign("another", body))],
            "changed after signing" => [("x-twitter-webhooks-signature", Sign(Secret, [.. body, (byte)' ']))],
            _ => [],
        };
        await Desk.IdleAsync();
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);

        var (status, problem) = await Desk.SendAsync("x", body, headers);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("signature-wrong", problem.GetProperty("reason").GetString());
        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
        Assert.Empty(await Desk.MentionsOfAsync("9061"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"hello":"world"}""")]
    public async Task What_cannot_be_read_is_said(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(body)).Status);

    private static string Mention(string id, string author, string text, params string[] versions) =>
        JsonSerializer.Serialize(
            new
            {
                data = new
                {
                    event_uuid = "-" + id,
                    filter = new { user_id = Us },
                    event_type = "post.mention.create",
                    payload = new
                    {
                        id,
                        text,
                        author_id = author,
                        edit_history_tweet_ids = versions.Length == 0 ? [id] : versions,
                        lang = "und",
                    },
                    includes = new { users = new[] { new { id = author, username = "maria_writes" } } },
                },
            }
        );

    private static string Sign(string secret, byte[] body) =>
        "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return Desk.SendAsync("x", bytes, ("x-twitter-webhooks-signature", Sign(Secret, bytes)));
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class SignedDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Social:X:ConsumerSecret", Secret), ("Social:X:OwnAccounts:0", Us));
    }
}
