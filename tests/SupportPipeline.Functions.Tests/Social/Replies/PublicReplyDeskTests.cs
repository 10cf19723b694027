using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Desk;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Replies;

[Collection("Azurite")]
public sealed class PublicReplyDeskTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_check_keeps_nothing_and_says_why_only_the_platform_itself_is_left()
    {
        await using var scene = await DeskScene.OpenAsync(azurite.ConnectionString);
        var mention = await scene.AddAsync("check");

        var (status, body) = await AskAsync(
            scene,
            mention,
            new { text = "Sorry!" },
            (desk, request, id) => desk.CheckAsync(request, id, default)
        );

        Assert.Equal(200, status);
        Assert.Equal(6, body.GetProperty("length").GetInt32());
        Assert.Equal(500, body.GetProperty("limit").GetInt32());
        Assert.Equal(["no-reply-credentials"], Reasons(body, "errors"));
        Assert.Equal("https://social.example/check", body.GetProperty("openThere").GetString());
        Assert.Empty((await scene.HistoryAsync(mention.Id)).Replies);
    }

    [Fact]
    public async Task A_draft_is_kept_once_and_a_second_one_is_told_of_it()
    {
        await using var scene = await DeskScene.OpenAsync(azurite.ConnectionString);
        Configure(scene);
        var mention = await scene.AddAsync("draft");

        var first = await WriteAsync(scene, mention, "Sorry!", "once");
        var again = await WriteAsync(scene, mention, "Sorry!", "once");
        var other = await WriteAsync(scene, mention, "We are sorry!", "twice");

        Assert.Equal((200, 200, 200), (first.Status, again.Status, other.Status));
        Assert.Equal("drafted", first.Body.GetProperty("reply").GetProperty("state").GetString());
        Assert.Equal(["other-draft-waits"], Reasons(other.Body, "warnings"));
        var history = await scene.HistoryAsync(mention.Id);
        Assert.Equal(["Sorry!", "We are sorry!"], history.Replies.Select(reply => reply.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["reply-drafted", "reply-drafted"], history.Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Two_that_write_at_once_are_both_kept()
    {
        await using var scene = await DeskScene.OpenAsync(azurite.ConnectionString);
        Configure(scene);
        var mention = await scene.AddAsync("race");

        await Task.WhenAll(WriteAsync(scene, mention, "One", "one"), WriteAsync(scene, mention, "Two", "two"));

        var history = await scene.HistoryAsync(mention.Id);
        Assert.Equal(["One", "Two"], history.Replies.Select(reply => reply.Text).Order(StringComparer.Ordinal));
        Assert.Equal(3, history.Mention.Version);
    }

    [Fact]
    public async Task A_draft_is_thrown_away()
    {
        await using var scene = await DeskScene.OpenAsync(azurite.ConnectionString);
        Configure(scene);
        var mention = await scene.AddAsync("discard");
        var (_, written) = await WriteAsync(scene, mention, "Sorry!", "write");
        var reply = written.GetProperty("reply").GetProperty("id").GetString()!;

        var (status, body) = await AskAsync(
            scene,
            mention,
            new { note = "Said in person." },
            (desk, request, id) => desk.DiscardAsync(request, id, reply, default)
        );

        Assert.Equal((200, "discarded"), (status, body.GetProperty("reply").GetProperty("state").GetString()));
        Assert.Equal(PublicReplyState.Discarded, (await scene.HistoryAsync(mention.Id)).Replies[0].State);
    }

    private static Task<(int Status, JsonElement Body)> WriteAsync(DeskScene scene, Mention mention, string text, string key) =>
        AskAsync(scene, mention, new { text }, (desk, request, id) => desk.WriteAsync(request, id, default), key);

    private static async Task<(int Status, JsonElement Body)> AskAsync(
        DeskScene scene,
        Mention mention,
        object body,
        Func<PublicReplyDesk, HttpRequest, string, Task<IResult>> ask,
        string? key = null
    )
    {
        var request = scene.Request(body, key: key);
        return await StaffRequest.AnswerAsync(
            request,
            await ask(scene.Services.GetRequiredService<PublicReplyDesk>(), request, mention.Id.ToString())
        );
    }

    private static void Configure(DeskScene scene)
    {
        var options = scene.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PublicRepliesOptions>>().Value;
        (options.Mastodon.BaseAddress, options.Mastodon.Token) = ("https://social.example", "token");
    }

    private static IEnumerable<string?> Reasons(JsonElement body, string name) =>
        body.GetProperty(name).EnumerateArray().Select(one => one.GetProperty("reason").GetString());
}
