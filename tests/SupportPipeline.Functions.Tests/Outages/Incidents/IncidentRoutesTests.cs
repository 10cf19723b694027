using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

[Collection("Azurite")]
public sealed class IncidentRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Identified = """{"state":"identified","texts":{"en":"Found it."},"nextUpdateBy":null}""";
    private const string Resolved = """{"state":"resolved","texts":{"en":"All is well."}}""";

    private readonly OnCallStaff _staff = new(azurite.ConnectionString);

    public Task InitializeAsync() => _staff.StartAsync();

    public async Task DisposeAsync() => await _staff.DisposeAsync();

    [Fact]
    public async Task Declared_twice_at_once_it_is_one_incident_and_with_another_body_a_conflict()
    {
        var body = OnCallStaff.Broken("""{"checkout":"major-outage"}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _staff.CreateAsync(body, "once")));
        var again = await _staff.CreateAsync(body, "once");
        var other = await _staff.CreateAsync(OnCallStaff.Broken("""{"search":"major-outage"}"""), "once");

        Assert.All(answers.Append(again), answer => Assert.Equal(201, answer.Status));
        Assert.Single(answers.Append(again).Select(answer => answer.Body.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Equal((409, "idempotency-key-reused"), (other.Status, Reason(other.Body)));
        Assert.Single(await _staff.Reader.OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var refused = await _staff.CreateAsync("""{"names":{"en":"x"}}""", "mended");
        var accepted = await _staff.CreateAsync(OnCallStaff.Broken("{}"), "mended");

        Assert.Equal((400, "next-update-missing", 201), (refused.Status, Reason(refused.Body), accepted.Status));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_made()
    {
        var (status, body) = await _staff.CreateAsync(OnCallStaff.Broken("{}"), "");

        Assert.Equal((400, "idempotency-key-missing"), (status, Reason(body)));
    }

    [Fact]
    public async Task An_agent_may_read_and_not_announce()
    {
        var (status, body) = await _staff.CreateAsync(OnCallStaff.Broken("{}"), role: "Agent");

        Assert.Equal((403, "role-missing"), (status, Reason(body)));
    }

    [Fact]
    public async Task An_update_sent_twice_at_once_is_one_entry()
    {
        var id = await _staff.DeclareAsync("""{"checkout":"major-outage"}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _staff.UpdateAsync(id, Identified, "once", "\"1\"")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["identified", "investigating"], States((await _staff.ReadAsync(id)).Body));
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_version_one_is_told_what_is_new()
    {
        var id = await _staff.DeclareAsync("""{"checkout":"major-outage"}""");
        await _staff.UpdateAsync(id, Identified, ifMatch: "\"1\"");

        var (status, body) = await _staff.UpdateAsync(id, Resolved, ifMatch: "\"1\"");

        Assert.Equal((409, "incident-changed", 2), (status, Reason(body), body.GetProperty("version").GetInt32()));
        Assert.Equal(["identified"], States(body));
        Assert.Equal(200, (await _staff.UpdateAsync(id, Resolved, ifMatch: "\"2\"")).Status);
    }

    [Fact]
    public async Task Updates_by_many_at_once_are_all_kept_in_one_order()
    {
        var id = await _staff.DeclareAsync("""{"checkout":"major-outage"}""");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(number => _staff.UpdateAsync(id, $$$"""{"texts":{"en":"Note {{{number}}}."},"nextUpdateBy":null}"""))
        );

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var its = (await _staff.Reader.FindAsync(id, CancellationToken.None))!;
        Assert.Equal((6, 6), (its.Version, its.Updates.Count));
        Assert.Equal(Enumerable.Range(1, 6), its.Updates.Select(update => update.Version));
    }

    [Fact]
    public async Task Of_two_incidents_the_worse_is_seen_and_the_other_is_left_when_it_is_over()
    {
        var slow = await _staff.DeclareAsync("""{"checkout":"degraded-performance"}""");
        var down = await _staff.DeclareAsync("""{"checkout":"major-outage"}""");
        Assert.Equal(ComponentState.MajorOutage, await _staff.StateAsync("checkout"));

        var (_, body) = await _staff.UpdateAsync(down, Resolved);

        Assert.Equal(ComponentState.DegradedPerformance, await _staff.StateAsync("checkout"));
        var change = body.GetProperty("updates")[0].GetProperty("changes")[0];
        Assert.Equal(("major-outage", "degraded-performance"), (Text(change, "old"), Text(change, "new")));
        await _staff.UpdateAsync(slow, Resolved);
        Assert.Equal(ComponentState.Operational, await _staff.StateAsync("checkout"));
    }

    [Fact]
    public async Task A_component_that_is_left_stays_so_until_somebody_says_otherwise()
    {
        var id = await _staff.DeclareAsync("""{"search":"major-outage"}""");
        var refused = await _staff.PutComponentAsync("search", """{"state":"operational"}""");
        await _staff.UpdateAsync(id, """{"state":"resolved","texts":{"en":"Nearly."},"components":{"search":"degraded-performance"}}""");

        Assert.Equal((409, "component-has-incident"), (refused.Status, Reason(refused.Body)));
        Assert.Equal(ComponentState.DegradedPerformance, await _staff.StateAsync("search"));
        Assert.Equal(200, (await _staff.PutComponentAsync("search", """{"state":"operational"}""")).Status);
        Assert.Equal(ComponentState.Operational, await _staff.StateAsync("search"));
    }

    [Fact]
    public async Task Components_are_set_as_a_whole_and_one_in_use_is_not_taken_away()
    {
        await _staff.DeclareAsync("""{"search":"major-outage"}""");

        var (refused, why) = await _staff.PutComponentsAsync("checkout");
        var (status, body) = await _staff.PutComponentsAsync("search", "checkout", "files");

        Assert.Equal((409, "component-in-use", 200), (refused, Reason(why), status));
        Assert.Equal(
            [("search", 0, "major-outage"), ("checkout", 1, "operational"), ("files", 2, "operational")],
            body.GetProperty("items")
                .EnumerateArray()
                .Select(one => (Text(one, "id"), one.GetProperty("position").GetInt32(), Text(one, "state")))
        );
    }

    [Theory]
    [InlineData("Checkout", """{"names":{"en":"x"}}""", "component-id-invalid")]
    [InlineData("files", "{}", "name-missing")]
    [InlineData("checkout", """{"state":"tired"}""", "component-state-unknown")]
    public async Task A_component_that_makes_no_sense_is_refused(string id, string body, string reason)
    {
        var answer = await _staff.PutComponentAsync(id, body);

        Assert.Equal((400, reason), (answer.Status, Reason(answer.Body)));
    }

    [Fact]
    public async Task Lists_go_page_by_page_newest_first_across_months()
    {
        var ids = new List<string>();
        foreach (var day in new[] { 10, 40, 70 })
        {
            var at = _staff.Clock.Now.AddDays(-day).UtcDateTime.ToString("O");
            ids.Add(await _staff.DeclareAsync("{}", $"\"nextUpdateBy\":null,\"startedAt\":\"{at}\""));
        }

        await _staff.UpdateAsync(ids[1], Resolved);

        var first = (await _staff.ListAsync("?state=all&limit=2")).Body;
        var second = (await _staff.ListAsync($"?state=all&limit=2&cursor={Text(first, "next")}")).Body;
        Assert.Equal([ids[0], ids[1]], Listed(first));
        Assert.Equal([ids[2]], Listed(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal([ids[0], ids[2]], Listed((await _staff.ListAsync("?state=open")).Body));
        Assert.Equal(
            [ids[0], ids[1]],
            (await _staff.Reader.SinceAsync(_staff.Clock.Now.AddDays(-60), 10, CancellationToken.None)).Select(one => one.Id)
        );
        Assert.Equal("cursor-invalid", Reason((await _staff.ListAsync("?state=all&cursor=x")).Body));
        Assert.Equal("state-unknown", Reason((await _staff.ListAsync("?state=odd")).Body));
        Assert.Equal("limit-invalid", Reason((await _staff.ListAsync("?limit=0")).Body));
    }

    [Fact]
    public async Task Every_change_has_the_status_page_published_once()
    {
        var queue = _staff.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.StatusPublicationsQueue);
        await queue.ClearMessagesAsync();

        var id = await _staff.DeclareAsync("""{"search":"major-outage"}""");
        await _staff.UpdateAsync(id, Identified);
        await _staff.CorrectAsync(id, $$$"""{"corrects":"{{{await FirstUpdateAsync(id)}}}","texts":{"en":"Not quite."}}""");
        await _staff.UpdateAsync(id, Resolved);
        await _staff.WritePostMortemAsync(id, """{"texts":{"en":"A disk."},"publish":true}""");

        var count = (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        var seen = (await queue.ReceiveMessagesAsync(32)).Value.Select(message =>
            QueueSender.Read(message.Body.ToString(), QueueMessageNames.StatusChanged, QueueJson.Default.StatusChanged).IncidentId
        );
        Assert.Equal(5, count);
        Assert.Equal(Enumerable.Repeat<string?>(id, 5), seen);
        Assert.Equal("A disk.", (await _staff.Reader.FindAsync(id, CancellationToken.None))!.PostMortem!.Texts["en"]);
    }

    [Fact]
    public async Task Templates_say_what_they_can_and_show_their_gaps()
    {
        var (_, body) = await _staff.TemplatesAsync("?components=checkout,search");

        Assert.Equal(44, body.GetProperty("items").GetArrayLength());
        var first = body.GetProperty("items")
            .EnumerateArray()
            .Single(one => Text(one, "template") == "scheduled" && Text(one, "language") == "en");
        Assert.Equal("Planned work: checkout and search", Text(first, "draftTitle"));
        Assert.Contains("from [[scheduledFor]] until [[scheduledUntil]]", Text(first, "draftText"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_404()
    {
        Assert.Equal(404, (await _staff.ReadAsync("01m82c1jbfxnqnzxmrt1btfjxt")).Status);
        Assert.Equal(404, (await _staff.UpdateAsync("open", Identified)).Status);
    }

    private async Task<string> FirstUpdateAsync(string id) => (await _staff.Reader.FindAsync(id, CancellationToken.None))!.Updates[0].Id;

    private static string? Reason(JsonElement body) => Text(body, "reason");

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> States(JsonElement body) =>
        body.GetProperty("updates").EnumerateArray().Select(update => Text(update, "state"));

    private static IEnumerable<string?> Listed(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(one => Text(one, "id"));
}
