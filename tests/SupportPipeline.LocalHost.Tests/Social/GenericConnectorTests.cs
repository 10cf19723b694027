using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>What tools pass on, through the front door: keys, signatures, and an answer for each item.</summary>
public sealed class GenericConnectorTests(GenericConnectorTests.GuardedDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<GenericConnectorTests.GuardedDesk>
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    [Fact]
    public async Task An_item_becomes_a_mention_and_the_same_again_is_a_duplicate()
    {
        var (key, _) = await KeyAsync("single");
        const string Item =
            """{"source":"zapier:shop","externalId":"g-1","text":"Очень плохо, никто не отвечает!","kind":"review","rating":"1","author":{"id":"g-author-1"}}""";

        var (status, first) = await SendAsync(Item, key);
        await Desk.IdleAsync();
        var (again, second) = await SendAsync(Item, key);
        var mention = await Desk.MentionOfAsync("g-author-1");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (status, again));
        Assert.Equal(
            """{"items":[{"index":0,"externalId":"g-1","status":"accepted","reason":null,"detail":null}],"accepted":1,"duplicate":0,"rejected":0}""",
            first.GetRawText()
        );
        Assert.Equal(
            """{"items":[{"index":0,"externalId":"g-1","status":"duplicate","reason":"mention-known","detail":null}],"accepted":0,"duplicate":1,"rejected":0}""",
            second.GetRawText()
        );
        Assert.Equal("generic", mention.GetProperty("platform").GetString());
        Assert.Equal("zapier:shop", mention.GetProperty("source").GetString());
        Assert.Equal("review", mention.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Of_two_items_the_bad_one_is_named_and_the_good_one_kept()
    {
        var (key, _) = await KeyAsync("two");

        var (status, answer) = await SendAsync(
            """[{"source":"s","externalId":"g-2","text":"a","rating":9},{"source":"s","externalId":"g-3","text":"退款還沒收到","author":{"id":"g-author-3"}}]""",
            key
        );

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("rejected", answer.GetProperty("items")[0].GetProperty("status").GetString());
        Assert.Equal("rating: a number from 1 to 5 is expected.", answer.GetProperty("items")[0].GetProperty("detail").GetString());
        Assert.Equal("accepted", answer.GetProperty("items")[1].GetProperty("status").GetString());
        Assert.Equal("退款還沒收到", (await Desk.MentionOfAsync("g-author-3")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task The_same_id_twice_in_one_delivery_is_one_mention_with_the_later_words()
    {
        var (key, _) = await KeyAsync("pair");

        var (_, answer) = await SendAsync(
            """
            [{"source":"s","externalId":"g-4","text":"Slow.","author":{"id":"g-author-4"}},
             {"source":"s","externalId":"g-4","text":"Slow and rude.","author":{"id":"g-author-4"}}]
            """,
            key
        );

        Assert.Equal((1, 1), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicate").GetInt32()));
        Assert.Equal("Slow and rude.", (await Desk.MentionOfAsync("g-author-4")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_edit_and_a_deletion_reach_the_mention()
    {
        var (key, _) = await KeyAsync("life");
        await SendAsync("""{"source":"s","externalId":"g-5","text":"订单丢了","author":{"id":"g-author-5"}}""", key);
        await Desk.IdleAsync();

        await SendAsync("""{"source":"s","externalId":"g-5","text":"订单找到了","author":{"id":"g-author-5"}}""", key);
        var edited = await Desk.MentionOfAsync("g-author-5");
        var (status, answer) = await SendAsync("""{"source":"s","externalId":"g-5","deleted":"true"}""", key);
        var deleted = await Desk.MentionOfAsync("g-author-5");

        Assert.Equal("订单找到了", edited.GetProperty("text").GetString());
        Assert.Equal((HttpStatusCode.Accepted, 1), (status, answer.GetProperty("accepted").GetInt32()));
        Assert.Equal("", deleted.GetProperty("text").GetString());
        Assert.NotEqual(JsonValueKind.Null, deleted.GetProperty("deletedAt").ValueKind);
    }

    [Fact]
    public async Task When_no_item_can_be_used_it_is_an_error_and_nothing_is_kept()
    {
        var (key, _) = await KeyAsync("wrong");
        await Desk.IdleAsync();
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);

        var (status, problem) = await SendAsync("""[{"source":"s"},5]""", key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, problem.GetProperty("items").GetArrayLength());
        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_gap()
    {
        var (oldKey, oldId) = await KeyAsync("rotated");
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("[]", oldKey)).Status);
        var (newKey, newId) = await KeyAsync("rotated");
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("[]", newKey)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("[]", oldKey)).Status);

        using var revoked = await Desk.Http.DeleteAsync(new Uri($"api/connector-keys/{oldId}", UriKind.Relative));
        var (refused, problem) = await SendAsync("[]", oldKey);
        var list = await Desk.Http.GetFromJsonAsync<JsonElement>("api/connector-keys");

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "connector-key-wrong"), (refused, problem.GetProperty("reason").GetString()));
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync("[]", newKey)).Status);
        Assert.Equal("revoked", State(oldId));
        Assert.Equal("valid", State(newId));

        string? State(string id) =>
            list.GetProperty("items")
                .EnumerateArray()
                .Single(one => one.GetProperty("id").GetString() == id)
                .GetProperty("state")
                .GetString();
    }

    [Fact]
    public async Task Who_shows_no_key_and_no_signature_is_refused_and_nothing_is_kept()
    {
        await Desk.IdleAsync();
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);
        const string Item = """{"source":"s","externalId":"g-6","text":"a","author":{"id":"g-author-6"}}""";

        var (none, problem) = await Desk.SendAsync("generic", Item);
        var (wrong, _) = await SendAsync(Item, "ck_" + new string('a', 43));

        Assert.Equal((HttpStatusCode.Unauthorized, "connector-key-missing"), (none, problem.GetProperty("reason").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong);
        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
        Assert.Empty(await Desk.MentionsOfAsync("g-author-6"));
    }

    [Fact]
    public async Task A_signature_stands_in_for_a_key()
    {
        var body = Encoding.UTF8.GetBytes(
            """{"source":"s","externalId":"g-7","text":"Служба поддержки молчит 😠","author":{"id":"g-author-7"}}"""
        );
        var time = $"{Desk.Run.Clock.GetUtcNow().ToUnixTimeSeconds()}";
        var mac = HMACSHA256.HashData(
            Convert.FromBase64String(Secret[6..]),
            (byte[])[.. Encoding.UTF8.GetBytes($"msg_7.{time}."), .. body]
        );
        (string, string)[] headers =
        [
            ("webhook-id", "msg_7"),
            ("webhook-timestamp", time),
            ("webhook-signature", "v1," + Convert.ToBase64String(mac)),
        ];

        var (status, _) = await Desk.SendAsync("generic", body, headers);
        var (changed, _) = await Desk.SendAsync("generic", [.. body, (byte)' '], headers);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (status, changed));
        Assert.Equal("Служба поддержки молчит 😠", (await Desk.MentionOfAsync("g-author-7")).GetProperty("text").GetString());
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string body, string key) =>
        Desk.SendAsync("generic", body, ("X-Connector-Key", key));

    private async Task<(string Key, string Id)> KeyAsync(string name)
    {
        using var answer = await Desk.Http.PostAsJsonAsync("api/connector-keys", new { name });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("key").GetString()!, made.GetProperty("made").GetProperty("id").GetString()!);
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class GuardedDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Social:AllowUnsigned", "false"), ("Social:Generic:SigningSecrets:0", Secret));
    }
}
