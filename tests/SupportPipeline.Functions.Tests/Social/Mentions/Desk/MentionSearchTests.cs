using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;

namespace SupportPipeline.Social.Mentions.Desk;

[Collection("Azurite")]
public sealed class MentionSearchTests(AzuriteFixture azurite)
{
    private const string Bo = "bo@desk.example";

    [Fact]
    public async Task A_search_is_kept_used_listed_and_thrown_away()
    {
        await using var scene = await OpenAsync();
        var name = $"Angry at {scene.Brand}";
        await scene.AddAsync(
            scene.Mention("angry") is var angry ? angry with { Triage = angry.Triage with { Sentiment = "negative" } } : angry
        );
        await scene.AddAsync("calm");

        var (status, _) = await CreateAsync(scene, new { name, query = new { mood = "negative" } });

        Assert.Equal(201, status);
        Assert.Equal(["angry"], (await scene.PageAsync($"search={Uri.EscapeDataString(name.ToUpperInvariant())}")).Keys);
        Assert.Equal(["calm"], (await scene.PageAsync($"search={Uri.EscapeDataString(name)}&mood=neutral")).Keys);
        Assert.Contains(name, await NamesAsync(scene, "ann@desk.example"));
        Assert.DoesNotContain(name, await NamesAsync(scene, Bo));

        await DiscardAsync(scene, name, "");
        var (gone, body) = await scene.ListAsync($"search={Uri.EscapeDataString(name)}");
        Assert.Equal((404, "search-not-found"), (gone, body.GetProperty("reason").GetString()));
        Assert.DoesNotContain(name, await NamesAsync(scene, "ann@desk.example"));
    }

    [Fact]
    public async Task A_shared_search_is_everybodys_and_me_is_whoever_uses_it()
    {
        await using var scene = await OpenAsync();
        var name = $"Mine at {scene.Brand}";
        await scene.AddAsync(scene.Mention("anns") with { Assignee = "ann@desk.example" });
        await scene.AddAsync(scene.Mention("bos") with { Assignee = Bo });

        await CreateAsync(
            scene,
            new
            {
                name,
                shared = true,
                query = new { assignee = "me" },
            },
            Bo
        );

        Assert.Equal(["anns"], (await scene.PageAsync($"search={Uri.EscapeDataString(name)}")).Keys);
        Assert.Contains(name, await NamesAsync(scene, "ann@desk.example"));
        await DiscardAsync(scene, name, "?shared=true");
        Assert.DoesNotContain(name, await NamesAsync(scene, Bo));
    }

    [Fact]
    public async Task What_could_not_be_asked_for_is_not_kept()
    {
        await using var scene = await OpenAsync();

        Assert.Equal(400, (await CreateAsync(scene, new { name = "", query = new { } })).Status);
        Assert.Equal(400, (await CreateAsync(scene, new { name = new string('n', 61), query = new { } })).Status);
        Assert.Equal(400, (await CreateAsync(scene, new { name = "n", query = new { mood = "blue" } })).Status);
        Assert.Equal(400, (await CreateAsync(scene, new { name = "n", query = new { colour = "blue" } })).Status);
    }

    private static async Task<(int Status, JsonElement Body)> CreateAsync(DeskScene scene, object body, string by = "ann@desk.example")
    {
        var request = scene.Request(body, by);
        var result = await new CreateMentionSearch(Desk(scene)).RunAsync(request, CancellationToken.None);
        return await Testing.StaffRequest.AnswerAsync(request, result);
    }

    private static async Task<List<string>> NamesAsync(DeskScene scene, string by)
    {
        var request = scene.Request(new { }, by);
        var result = await new ListMentionSearches(Desk(scene)).RunAsync(request, CancellationToken.None);
        var (_, body) = await Testing.StaffRequest.AnswerAsync(request, result);
        return [.. body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
    }

    private static async Task DiscardAsync(DeskScene scene, string name, string query)
    {
        var request = scene.Request(new { }, query: query);
        var result = await new DiscardMentionSearch(Desk(scene)).RunAsync(request, name, CancellationToken.None);
        Assert.Equal(204, (await Testing.StaffRequest.AnswerAsync(request, result)).Status);
    }

    private static MentionSearchDesk Desk(DeskScene scene) => scene.Services.GetRequiredService<MentionSearchDesk>();

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
