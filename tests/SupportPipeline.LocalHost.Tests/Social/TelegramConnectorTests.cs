using System.Net;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

[Collection(SocialDeskCollection.Name)]
public sealed class TelegramConnectorTests(SocialDesk fixture) : PipelineTest(fixture)
{
    [Fact]
    public async Task A_message_becomes_a_mention_and_its_edit_changes_it()
    {
        await Desk.AcceptAsync("telegram", SocialDoor.Recorded("Telegram/group-message"), PlatformKeys.OfTelegram());
        var first = await Desk.MentionOfAsync("700000001", "telegram");
        Assert.Equal("@HarbourBikesBot третий раз 😡 привозят не то! #возврат #Жалоба", first.Text("text"));
        Assert.Equal(("mention", "https://t.me/harbourbikes_chat/4211"), (first.Text("kind"), first.Text("url")));
        Assert.Null(first.Text("editedAt"));

        await Desk.AcceptAsync("telegram", SocialDoor.Recorded("Telegram/group-message-edited"), PlatformKeys.OfTelegram());

        var edited = await Desk.MentionOfAsync("700000001", "telegram");
        Assert.Equal(first.Text("id"), edited.Text("id"));
        Assert.Equal("@HarbourBikesBot привезли не то, но уже заменили. Спасибо!", edited.Text("text"));
        Assert.NotNull(edited.Text("editedAt"));
    }

    [Fact]
    public async Task A_deleted_business_message_loses_its_words()
    {
        await Desk.AcceptAsync("telegram", SocialDoor.Recorded("Telegram/business-message"), PlatformKeys.OfTelegram());
        var sent = await Desk.MentionOfAsync("700000003", "telegram");
        Assert.Equal(("direct-message", "us"), (sent.Text("kind"), sent.Text("audience")));

        await Desk.AcceptAsync("telegram", SocialDoor.Recorded("Telegram/business-messages-deleted"), PlatformKeys.OfTelegram());

        var deleted = await Desk.MentionOfAsync("700000003", "telegram");
        Assert.Equal("", deleted.Text("text"));
        Assert.NotNull(deleted.Text("deletedAt"));
    }

    [Fact]
    public async Task A_caption_is_kept_as_text()
    {
        await Desk.AcceptAsync("telegram", SocialDoor.Recorded("Telegram/channel-photo"), PlatformKeys.OfTelegram());

        Assert.Equal(
            "Harbour Bikes 的車架又裂了，這已經是今年第二次 📷",
            (await Desk.MentionOfAsync("-1001600000001", "telegram")).Text("text")
        );
    }

    [Fact]
    public async Task There_is_no_handshake()
    {
        using var answer = await Desk.Http.GetAsync("api/inbound/social/telegram?hub.mode=subscribe");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_keeps_nothing()
    {
        var body = SocialDoor.Recorded("Telegram/private-message");

        await Desk.RefuseAsync("telegram", body, (HttpStatusCode.Unauthorized, "secret-wrong"), PlatformKeys.OfTelegram("another"));
        await Desk.RefuseAsync("telegram", body, (HttpStatusCode.Unauthorized, "secret-wrong"));
        Assert.Empty(await Desk.MentionsOfAsync("700000002", "telegram"));
    }
}
