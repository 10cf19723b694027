using SupportPipeline.AzureSdk.Tests;

namespace SupportPipeline.Social.Mentions.Desk;

[Collection("Azurite")]
public sealed class MentionActsTests(AzuriteFixture azurite)
{
    private const string Bo = "bo@desk.example";

    [Fact]
    public async Task Whoever_takes_a_mention_looks_after_it_until_it_is_given_back()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;

        var (status, body) = await scene.ActAsync("assign", id, scene.Request(new { to = "me", note = "mine" }));

        var mention = body.GetProperty("mention");
        Assert.Equal(
            (200, "assigned", "ann@desk.example", 2),
            (
                status,
                mention.GetProperty("state").GetString(),
                mention.GetProperty("assignee").GetString(),
                mention.GetProperty("version").GetInt32()
            )
        );
        var entry = Assert.Single((await scene.HistoryAsync(id)).Entries);
        Assert.Equal(
            ("assigned", "by-agent", "ann@desk.example", "to ann@desk.example: mine"),
            (entry.Kind, entry.Reason, entry.By, entry.Note)
        );

        await scene.ActAsync("assign", id, scene.Request(new { to = (string?)null }));
        var after = await scene.LoadAsync(id);
        Assert.Equal((MentionState.New, null, 3), (after.State, after.Assignee, after.Version));
    }

    [Fact]
    public async Task A_mention_is_ignored_for_a_reason_of_the_list_and_reopened()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;

        var (refused, problem) = await scene.ActAsync("ignore", id, scene.Request(new { reason = "no time" }));
        Assert.Equal((400, "reason-unknown"), (refused, problem.GetProperty("reason").GetString()));

        await scene.ActAsync("ignore", id, scene.Request(new { reason = "not-about-us" }));
        var ignored = await scene.LoadAsync(id);
        Assert.Equal((MentionState.Ignored, "not-about-us"), (ignored.State, ignored.IgnoredBecause));

        await scene.ActAsync("reopen", id, scene.Request(new { }));
        var reopened = await scene.LoadAsync(id);
        Assert.Equal((MentionState.New, null), (reopened.State, reopened.IgnoredBecause));
        Assert.Equal(409, (await scene.ActAsync("reopen", id, scene.Request(new { }))).Status);
        Assert.Equal(["ignored", "reopened"], (await scene.HistoryAsync(id)).Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Copies_are_ignored_with_their_first_when_that_is_asked()
    {
        await using var scene = await OpenAsync();
        var first = await scene.AddAsync(scene.Mention("first") with { Copies = 3 });
        var copies = new List<MentionId>();
        foreach (var key in (string[])["a", "b", "c"])
        {
            copies.Add((await scene.AddAsync(scene.Mention(key) with { CopyOf = first.Id, Group = first.Group })).Id);
        }

        var request = scene.Request(new { reason = "spam" }, query: "?copies=true");
        var (status, _) = await scene.ActAsync("ignore", first.Id, request);

        Assert.Equal((200, "3"), (status, request.HttpContext.Response.Headers["Mention-Copies-Changed"].ToString()));
        Assert.All(await Task.WhenAll(copies.Select(scene.LoadAsync)), copy => Assert.Equal(MentionState.Ignored, copy.State));
    }

    [Fact]
    public async Task What_the_hints_took_for_spam_is_corrected_with_one_act()
    {
        await using var scene = await OpenAsync();
        var angry = scene.Mention("m") with { Spam = new(0.9, ["advertising"]), Score = new(5, []) };
        var id = (await scene.AddAsync(angry with { Triage = angry.Triage with { Scores = new(0, 0, 1) } })).Id;

        await scene.ActAsync("not-spam", id, scene.Request(new { }));

        var after = await scene.LoadAsync(id);
        Assert.Equal((0d, 35), (after.Spam.Value, after.Score.Value));
        Assert.Equal(200, (await scene.ActAsync("not-spam", id, scene.Request(new { }))).Status);
        Assert.Single((await scene.HistoryAsync(id)).Entries);
    }

    [Fact]
    public async Task An_act_on_what_has_changed_is_refused_and_told_what_is_new()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;
        await scene.ActAsync("assign", id, scene.Request(new { to = "me" }, Bo));

        var (status, body) = await scene.ActAsync("ignore", id, scene.Request(new { reason = "spam" }, ifMatch: "\"1\""));

        Assert.Equal((409, "mention-changed", 2), (status, body.GetProperty("reason").GetString(), body.GetProperty("version").GetInt32()));
        var change = Assert.Single(body.GetProperty("changes").EnumerateArray());
        Assert.Equal(("assigned", Bo), (change.GetProperty("kind").GetString(), change.GetProperty("by").GetString()));
        Assert.Equal(200, (await scene.ActAsync("ignore", id, scene.Request(new { reason = "spam" }, ifMatch: "\"2\""))).Status);
    }

    [Fact]
    public async Task The_same_request_sent_again_is_the_same_act_whatever_happened_since()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;

        await scene.ActAsync("note", id, scene.Request(new { note = "call them" }, key: "k"));
        await scene.ActAsync("assign", id, scene.Request(new { to = "me" }, Bo));
        var (status, _) = await scene.ActAsync("note", id, scene.Request(new { note = "call them" }, key: "k", ifMatch: "\"1\""));

        Assert.Equal(200, status);
        Assert.Equal(["noted", "assigned"], (await scene.HistoryAsync(id)).Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Of_many_who_act_at_once_on_what_they_saw_one_succeeds()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number =>
                    scene.ActAsync("assign", id, scene.Request(new { to = "me" }, $"p{number}@desk.example", ifMatch: "\"1\""))
                )
        );

        Assert.Equal([200, 409, 409, 409, 409, 409], answers.Select(answer => answer.Status).Order());
        Assert.Single((await scene.HistoryAsync(id)).Entries);
    }

    [Fact]
    public async Task While_somebody_writes_nobody_else_does_and_who_acts_is_told()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;
        Assert.Equal(200, (await scene.ActAsync("writing", id, scene.Request(new { }, ifMatch: "\"1\""))).Status);

        var (status, body) = await scene.ActAsync("writing", id, scene.Request(new { }, Bo));
        Assert.Equal(
            (409, "somebody-is-writing", "ann@desk.example"),
            (status, body.GetProperty("reason").GetString(), body.GetProperty("by").GetString())
        );

        var note = scene.Request(new { note = "see the forum" }, Bo, ifMatch: "\"1\"");
        Assert.Equal(200, (await scene.ActAsync("note", id, note)).Status);
        Assert.Equal("ann%40desk.example", note.HttpContext.Response.Headers["Mention-Writer"].ToString());

        scene.Clock.Now += MentionActs.WritingLasts;
        Assert.Equal(200, (await scene.ActAsync("writing", id, scene.Request(new { }, Bo))).Status);
        Assert.Equal(200, (await scene.ActAsync("writing", id, scene.Request(new { stop = true }, Bo))).Status);
        Assert.Null((await scene.LoadAsync(id)).Writer);
        Assert.Equal(["noted"], (await scene.HistoryAsync(id)).Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task An_empty_note_and_a_mention_that_is_not_there_are_refused()
    {
        await using var scene = await OpenAsync();
        var id = (await scene.AddAsync("m")).Id;

        Assert.Equal(400, (await scene.ActAsync("note", id, scene.Request(new { note = " " }))).Status);
        Assert.Equal(404, (await scene.ActAsync("note", scene.Mention("other").Id, scene.Request(new { note = "n" }))).Status);
    }

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
