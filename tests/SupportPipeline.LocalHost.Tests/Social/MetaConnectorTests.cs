using System.Net;
using System.Text;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

[Collection(SocialDeskCollection.Name)]
public sealed class MetaConnectorTests(SocialDesk fixture) : PipelineTest(fixture)
{
    [Fact]
    public async Task The_handshake_is_answered_with_the_challenge_and_refused_with_another_token()
    {
        using var answer = await Desk.Http.GetAsync(
            $"api/inbound/social/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={PlatformKeys.MetaVerifyToken}"
        );
        using var refused = await Desk.Http.GetAsync(
            "api/inbound/social/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=other"
        );

        Assert.Equal((HttpStatusCode.OK, "1158201444"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_batch_of_a_page_becomes_mentions_with_its_edits_and_deletions()
    {
        var body = SocialDoor.Recorded("Meta/facebook-feed");

        await Desk.AcceptAsync("meta", body, PlatformKeys.OfMeta(body));

        var photo = await Desk.MentionOfAsync("5550004", "facebook");
        Assert.Equal(
            ("收到的車架有裂痕，這樣也敢出貨？📷", "mention", "everyone"),
            (photo.Text("text"), photo.Text("kind"), photo.Text("audience"))
        );
        Assert.Equal("https://www.facebook.com/104857600002_770009", photo.Text("url"));
        Assert.Empty(await Desk.MentionsOfAsync("104857600001", "facebook"));
        var edited = await Desk.MentionOfAsync("5550002", "facebook");
        Assert.Equal("Same here, charged twice. Update: refunded today.", edited.Text("text"));
    }

    [Fact]
    public async Task A_comment_that_is_removed_later_loses_its_words()
    {
        var added = Comment("add", "Ужасный сервис, жду ответа неделю 😤");
        var removed = Comment("remove", "");
        await Desk.AcceptAsync("meta", added, PlatformKeys.OfMeta(added));
        Assert.Equal("Ужасный сервис, жду ответа неделю 😤", (await Desk.MentionOfAsync("page.leaver", "facebook")).Text("text"));

        await Desk.AcceptAsync("meta", removed, PlatformKeys.OfMeta(removed));

        var mention = await Desk.MentionOfAsync("page.leaver", "facebook");
        Assert.Equal("", mention.Text("text"));
        Assert.NotNull(mention.Text("deletedAt"));
    }

    [Fact]
    public async Task An_escaped_delivery_is_kept_with_its_letters_and_twice_is_once()
    {
        var body = SocialDoor.Recorded("Meta/facebook-comment-escaped");

        await Desk.AcceptAsync("meta", body, PlatformKeys.OfMeta(body));
        await Desk.AcceptAsync("meta", body, PlatformKeys.OfMeta(body));

        Assert.Equal(
            "退款等了两个星期还没到账😤 https://example.com/receipt",
            (await Desk.MentionOfAsync("5550009", "facebook")).Text("text")
        );
    }

    [Fact]
    public async Task Instagram_and_Threads_come_through_the_same_door()
    {
        foreach (var name in (string[])["Meta/instagram-comments", "Meta/instagram-messages", "Meta/threads-reply"])
        {
            var body = SocialDoor.Recorded(name);
            await Desk.AcceptAsync("meta", body, PlatformKeys.OfMeta(body));
        }

        Assert.Equal("等了三週還沒出貨，客服只會複製貼上 🙄", (await Desk.MentionOfAsync("900000000000001", "instagram")).Text("text"));
        Assert.Equal("", (await Desk.MentionOfAsync("unknown:mention-18000000000000005", "instagram")).Text("text"));
        Assert.Equal("comment", (await Desk.MentionOfAsync("kayla.on.two.wheels", "threads")).Text("kind"));

        // The message was taken back in the same delivery.
        Assert.DoesNotContain(await Desk.MentionsOfAsync("900000000000021", "instagram"), mention => mention.Text("text")?.Length > 0);
    }

    [Fact]
    public async Task A_wrong_signature_keeps_nothing()
    {
        var body = Comment("add", "Never seen");

        await Desk.RefuseAsync("meta", body, (HttpStatusCode.Unauthorized, "signature-wrong"), PlatformKeys.OfMeta(body, "another"));
        await Desk.RefuseAsync("meta", body, (HttpStatusCode.Unauthorized, "signature-wrong"));
        await Desk.RefuseAsync("meta", [.. body, (byte)' '], (HttpStatusCode.Unauthorized, "signature-wrong"), PlatformKeys.OfMeta(body));
    }

    [Fact]
    public async Task What_cannot_be_read_keeps_nothing()
    {
        foreach (var body in (byte[][])["{"u8.ToArray(), "[]"u8.ToArray()])
        {
            await Desk.RefuseAsync("meta", body, (HttpStatusCode.BadRequest, "malformed-payload"), PlatformKeys.OfMeta(body));
        }
    }

    private static byte[] Comment(string verb, string message) =>
        Encoding.UTF8.GetBytes(
            $$$"""{"object":"page","entry":[{"id":"9","time":1790000300,"changes":[{"field":"feed","value":{"item":"comment","verb":"{{{verb}}}","from":{"id":"page.leaver"},"post_id":"9_1","comment_id":"1_700","message":"{{{message}}}"}}]}]}"""
        );
}
