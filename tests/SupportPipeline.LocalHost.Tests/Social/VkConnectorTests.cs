using System.Net;
using System.Text;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

[Collection(SocialDeskCollection.Name)]
public sealed class VkConnectorTests(SocialDesk fixture) : PipelineTest(fixture)
{
    [Fact]
    public async Task The_confirmation_is_answered_for_our_community_only_and_not_kept()
    {
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);

        using var answer = await Desk.DeliverAsync("vk", SocialDoor.Recorded("Vk/confirmation"));

        Assert.Equal((HttpStatusCode.OK, PlatformKeys.VkConfirmation), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
        var another = """{"type":"confirmation","group_id":777,"secret":"vk-s3cret"}"""u8.ToArray();
        await Desk.RefuseAsync("vk", another, (HttpStatusCode.Forbidden, "group-wrong"));
    }

    [Fact]
    public async Task A_comment_is_made_edited_deleted_and_restored()
    {
        Assert.Equal("ok", await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/wall-reply-new")));
        var made = await Desk.MentionOfAsync("5501", "vk");
        Assert.Equal("Harbour Bikes, велосипед сломался через день 😠 Где гарантия?", made.Text("text"));
        Assert.Equal(("comment", "https://vk.com/wall-12345_70?reply=901"), (made.Text("kind"), made.Text("url")));

        await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/wall-reply-edit"));
        var edited = await Desk.MentionOfAsync("5501", "vk");
        Assert.Equal(
            (made.Text("id"), "Harbour Bikes, велосипед сломался через день. Обещали заменить."),
            (edited.Text("id"), edited.Text("text"))
        );

        await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/wall-reply-delete"));
        var deleted = await Desk.MentionOfAsync("5501", "vk");
        Assert.Equal("", deleted.Text("text"));
        Assert.NotNull(deleted.Text("deletedAt"));

        await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/wall-reply-restore"));
        var restored = await Desk.MentionOfAsync("5501", "vk");
        Assert.Equal("Harbour Bikes, велосипед сломался через день. Обещали заменить.", restored.Text("text"));
        Assert.Null(restored.Text("deletedAt"));
    }

    [Fact]
    public async Task What_the_community_writes_and_likes_are_answered_and_not_kept()
    {
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);

        Assert.Equal("ok", await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/wall-reply-own")));
        Assert.Equal("ok", await Desk.AcceptAsync("vk", SocialDoor.Recorded("Vk/like-add")));

        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
    }

    [Fact]
    public async Task A_wrong_secret_keeps_nothing()
    {
        var body = Encoding
            .UTF8.GetString(SocialDoor.Recorded("Vk/wall-post-new"))
            .Replace(PlatformKeys.Vk, "another", StringComparison.Ordinal);

        await Desk.RefuseAsync("vk", Encoding.UTF8.GetBytes(body), (HttpStatusCode.Unauthorized, "secret-wrong"));
        Assert.Empty(await Desk.MentionsOfAsync("5503", "vk"));
    }
}
