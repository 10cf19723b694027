using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>Something builds up: from the front door, over the timed job, to the mail and the webhooks. Moves the clock, so the desk is its own.</summary>
public sealed class SpikeAlertTests(SpikeAlertTests.StormDesk desk) : PipelineTest(desk), IClassFixture<SpikeAlertTests.StormDesk>
{
    [Fact]
    public async Task What_builds_up_is_told_within_a_quarter_of_an_hour_with_its_evidence_and_once()
    {
        const int Authors = 30;
        await Desk.ReceiveAsync([.. Enumerable.Range(0, Authors).Select(number => Post("storm", number))]);
        await Desk.ReceiveAsync([.. Enumerable.Range(0, 10).Select(number => Post("calm", number))]);

        await AdvanceAsync("00:17:00");
        var alert = Assert.Single(await AlertsAsync());
        await AdvanceAsync("00:15:00");
        await AdvanceAsync("00:15:00");

        Assert.Equal(
            (
                "storm",
                "count-spike",
                "30 mentions in an hour. There is not enough data yet to say what is usual, so the fixed threshold of 25 counts."
            ),
            (alert.Text("brand"), alert.Text("kind"), alert.Text("why"))
        );
        var evidence = alert.GetProperty("evidence");
        Assert.Equal((Authors, Authors), (evidence.GetProperty("count").GetInt32(), evidence.GetProperty("authors").GetInt32()));
        Assert.All(
            await Task.WhenAll(
                evidence.GetProperty("mentions").EnumerateArray().Select(id => Desk.ReadAsync($"api/mentions/{id.GetString()}"))
            ),
            mention =>
                Assert.StartsWith("storm-", mention.GetProperty("mention").GetProperty("author").Text("id"), StringComparison.Ordinal)
        );
        var again = Assert.Single(await AlertsAsync());
        Assert.Equal(alert.Text("id"), again.Text("id"));
        Assert.Equal(
            ["mail sent", "slack sent", "teams sent"],
            again
                .GetProperty("deliveries")
                .EnumerateArray()
                .Select(one => $"{one.Text("channel")} {one.Text("state")}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Single(await Desk.OutboxAsync("lead@staff.example"));
    }

    private async Task<IReadOnlyList<JsonElement>> AlertsAsync() =>
        [.. (await Desk.ReadAsync("api/social/alerts?limit=100")).GetProperty("items").EnumerateArray()];

    private async Task AdvanceAsync(string time)
    {
        using var moved = await Desk.Http.PostAsJsonAsync("local/clock", new { advance = time });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        await Desk.IdleAsync();
    }

    /// <summary>A post of somebody else each time, in words of its own, so that none is a copy.</summary>
    private static object Post(string brand, int number)
    {
        var author = string.Create(CultureInfo.InvariantCulture, $"{brand}-{number}");
        var words = string.Join(
            ' ',
            Enumerable.Range(0, 6).Select(part => StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{author}/{part}"))[..7])
        );
        return new
        {
            source = "shop",
            externalId = author,
            brand,
            text = words,
            author = new { id = author },
        };
    }

    /// <summary>A desk with two brands.</summary>
    public sealed class StormDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(
                options,
                ("Social:Brands:0:Name", "storm"),
                ("Social:Brands:1:Name", "calm"),
                ("Social:Alerts:Addresses:0", "lead@staff.example"),
                ("Social:Alerts:ClaimSeconds", "10")
            );
    }
}
