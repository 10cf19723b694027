using System.Net;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

[Collection(SocialDeskCollection.Name)]
public sealed class LineConnectorTests(SocialDesk fixture) : PipelineTest(fixture)
{
    private const string User = "Ubbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb1";

    [Fact]
    public async Task A_message_becomes_a_mention_once_and_loses_its_words_when_it_is_taken_back()
    {
        var messages = SocialDoor.Recorded("Line/messages");
        var unsend = SocialDoor.Recorded("Line/unsend");
        await Desk.AcceptAsync("line", messages, PlatformKeys.OfLine(messages));
        await Desk.AcceptAsync("line", messages, PlatformKeys.OfLine(messages));
        var sent = await Desk.MentionOfAsync(User, "line");
        Assert.Equal("App 一直閃退，錢扣了訂單卻不見 😭", sent.Text("text"));
        Assert.Equal(("direct-message", "us"), (sent.Text("kind"), sent.Text("audience")));

        await Desk.AcceptAsync("line", unsend, PlatformKeys.OfLine(unsend));

        var taken = await Desk.MentionOfAsync(User, "line");
        Assert.Equal((sent.Text("id"), ""), (taken.Text("id"), taken.Text("text")));
        Assert.NotNull(taken.Text("deletedAt"));
    }

    [Fact]
    public async Task The_consoles_test_is_answered_and_not_kept()
    {
        var before = await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer);
        var body = SocialDoor.Recorded("Line/console-test");

        Assert.Equal("", await Desk.AcceptAsync("line", body, PlatformKeys.OfLine(body)));

        Assert.Equal(before, await Desk.BlobNamesAsync(StorageNames.SocialPayloadsContainer));
    }

    [Fact]
    public async Task A_wrong_signature_keeps_nothing()
    {
        var body = SocialDoor.Recorded("Line/messages");

        await Desk.RefuseAsync("line", body, (HttpStatusCode.Unauthorized, "signature-wrong"), PlatformKeys.OfLine(body, "another"));
        await Desk.RefuseAsync("line", body, (HttpStatusCode.Unauthorized, "signature-wrong"));
    }
}
