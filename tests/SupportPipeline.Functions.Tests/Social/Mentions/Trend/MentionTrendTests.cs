using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Social.Mentions.Desk;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Mentions.Trend;

[Collection("Azurite")]
public sealed class MentionTrendTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Todays_trend_has_every_hour_so_far_and_says_where_there_is_not_enough_data()
    {
        await using var scene = await OpenAsync();
        await CountAsync(
            scene,
            8,
            3,
            new()
            {
                All = 20,
                Firsts = 12,
                Negative = 9,
                Positive = 3,
                Scored = 18,
                Complaints = 7,
                Spam = 2,
                Reach = 5_000,
            }
        );
        await CountAsync(
            scene,
            8,
            2,
            new()
            {
                All = 4,
                Firsts = 4,
                Negative = 1,
                Scored = 4,
            }
        );
        await CountAsync(
            scene,
            9,
            0,
            new()
            {
                All = 9,
                Firsts = 9,
                Positive = 9,
                Scored = 9,
            }
        );

        scene.Operations.Reset();
        var body = await TrendAsync(scene, $"?brand={scene.Brand}");

        Assert.Equal(1, scene.Operations.Count);
        var points = body.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(10, points.Count);
        Assert.Equal(("2026-11-20T00:00:00+00:00", 0), (points[0].GetProperty("at").GetString(), points[0].GetProperty("all").GetInt32()));
        Assert.Equal((24, 16, 10, 3, 7, 2), Numbers(points[8]));
        Assert.Equal(
            (22, 5_000, -29.2),
            (
                points[8].GetProperty("scored").GetInt32(),
                points[8].GetProperty("reach").GetInt64(),
                points[8].GetProperty("netSentiment").GetDouble()
            )
        );
        Assert.Equal("not-enough-data", points[9].GetProperty("note").GetString());
        Assert.False(points[9].TryGetProperty("netSentiment", out _));
        Assert.Equal((33, 25, 10, 12, 7, 2), Numbers(body.GetProperty("total")));
        Assert.Equal(10, body.GetProperty("enoughMentions").GetInt32());
    }

    [Fact]
    public async Task By_day_the_last_week_of_all_brands_is_added_up()
    {
        await using var scene = await OpenAsync();
        await CountAsync(scene, 1, 0, new() { All = 1 });
        await CountAsync(scene, 1, 0, new() { All = 2 }, daysAgo: 6, brand: scene.OtherBrand);
        await CountAsync(scene, 23, 3, new() { All = 40 }, daysAgo: 7);

        var points = (await TrendAsync(scene, "?by=day")).GetProperty("points").EnumerateArray().ToList();

        Assert.Equal([2, 0, 0, 0, 0, 0, 1], points.Select(point => point.GetProperty("all").GetInt32()));
    }

    [Fact]
    public async Task The_mood_is_shared_out_by_topic_platform_and_language()
    {
        await using var scene = await OpenAsync();
        var counts = new MentionCounts
        {
            All = 24,
            Topics = Of(("delivery", new(20, 10, 5)), ("billing", new(4, 4, 0))),
            Platforms = Of(("x", new(24, 14, 5))),
            Languages = Of(("ru", new(24, 14, 5))),
        };
        await CountAsync(scene, 8, 0, counts);
        await CountAsync(scene, 8, 1, counts with { Topics = Of(("delivery", new(1, 0, 0))) });

        var topics = (await MoodsAsync(scene, $"?brand={scene.Brand}")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["delivery", "billing"], topics.Select(topic => topic.GetProperty("name").GetString()));
        Assert.Equal(
            (21, 10, 6, 0.476),
            (
                topics[0].GetProperty("all").GetInt32(),
                topics[0].GetProperty("negative").GetInt32(),
                topics[0].GetProperty("neither").GetInt32(),
                topics[0].GetProperty("negativeShare").GetDouble()
            )
        );
        Assert.Equal("not-enough-data", topics[1].GetProperty("note").GetString());
        Assert.Equal("x", (await MoodsAsync(scene, "?by=platform")).GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(48, (await MoodsAsync(scene, "?by=language")).GetProperty("items")[0].GetProperty("all").GetInt32());
    }

    [Theory]
    [InlineData("?by=minute")]
    [InlineData("?brand=none")]
    [InlineData("?from=2026-11-21")]
    [InlineData("?from=2026-10-01")]
    [InlineData("?by=day&from=2026-08-01")]
    public async Task What_cannot_be_shown_is_refused(string query)
    {
        await using var scene = await OpenAsync();
        var request = scene.Request(new { }, query: query);

        var (status, body) = await StaffRequest.AnswerAsync(
            request,
            await new ShowMentionTrend(Trend(scene)).RunAsync(request, CancellationToken.None)
        );

        Assert.Equal((400, "query-invalid"), (status, body.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Counts_are_read_from_the_moment_to_the_moment()
    {
        await using var scene = await OpenAsync();
        await CountAsync(scene, 23, 3, new() { All = 1 }, daysAgo: 1);
        await CountAsync(scene, 0, 0, new() { All = 2 });
        await CountAsync(scene, 0, 1, new() { All = 3 });

        var midnight = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var found = await scene
            .Services.GetRequiredService<MentionCountReader>()
            .ReadAsync(scene.Brand, midnight.AddMinutes(-15), midnight.AddMinutes(15), CancellationToken.None);

        Assert.Equal([(midnight.AddMinutes(-15), 1), (midnight, 2)], found.Select(slot => (slot.At, slot.Counts.All)));
    }

    private static (int, int, int, int, int, int) Numbers(JsonElement point) =>
        (
            point.GetProperty("all").GetInt32(),
            point.GetProperty("firsts").GetInt32(),
            point.GetProperty("negative").GetInt32(),
            point.GetProperty("positive").GetInt32(),
            point.GetProperty("complaints").GetInt32(),
            point.GetProperty("spam").GetInt32()
        );

    private static Dictionary<string, MoodCounts> Of(params (string Name, MoodCounts Counts)[] all) =>
        all.ToDictionary(one => one.Name, one => one.Counts, StringComparer.Ordinal);

    private static Task CountAsync(DeskScene scene, int hour, int quarter, MentionCounts counts, int daysAgo = 0, string? brand = null)
    {
        var partition = MentionId.PartitionOf(brand ?? scene.Brand, DateOnly.FromDateTime(scene.Clock.Now.UtcDateTime).AddDays(-daysAgo));
        return scene.Mentions.AddEntityAsync(MentionCountRows.From(partition, (hour * 4) + quarter, counts));
    }

    private static async Task<JsonElement> TrendAsync(DeskScene scene, string query)
    {
        var request = scene.Request(new { }, query: query);
        return await AnswerAsync(request, await new ShowMentionTrend(Trend(scene)).RunAsync(request, CancellationToken.None));
    }

    private static async Task<JsonElement> MoodsAsync(DeskScene scene, string query)
    {
        var request = scene.Request(new { }, query: query);
        return await AnswerAsync(request, await new ShowMentionMoods(Trend(scene)).RunAsync(request, CancellationToken.None));
    }

    private static async Task<JsonElement> AnswerAsync(HttpRequest request, IResult result)
    {
        var (status, body) = await StaffRequest.AnswerAsync(request, result);
        Assert.Equal(200, status);
        return body;
    }

    private static MentionTrend Trend(DeskScene scene) => scene.Services.GetRequiredService<MentionTrend>();

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
