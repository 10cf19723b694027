using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Alerts;

/// <summary>Quiet weeks, storms, backfills and what is told of them, with storage.</summary>
[Collection("Azurite")]
public sealed class AlertFlowTests(AzuriteFixture azurite)
{
    private const string Complaint = "Nothing works since this morning and nobody answers, this is a terrible service";

    [Fact]
    public async Task A_storm_is_told_once_again_after_six_hours_and_closed_when_it_is_calm()
    {
        await using var house = await QuietWeekAsync();
        var told = new List<int>();
        for (var quarter = 0; quarter < 48; quarter++)
        {
            // Eight hours of storm, then four of calm.
            await NextQuarterAsync(house, quarter < 32 ? 8 : 0, quarter);
            told.Add((await AlertsAsync(house, AlertKind.CountSpike)).Count);
        }

        var alerts = await AlertsAsync(house, AlertKind.CountSpike);
        Assert.Equal([1, 0], alerts.Select(alert => alert.Repeats));
        Assert.Equal(TimeSpan.FromHours(6), alerts[0].At - alerts[1].At);
        Assert.Equal(0, told.IndexOf(1));
        Assert.Equal((8, 8, 8), (alerts[1].Observed, alerts[1].Evidence.Count, alerts[1].Evidence.Authors));
        Assert.All(alerts[1].Evidence.Groups, group => Assert.StartsWith(Complaint, group.Text, StringComparison.Ordinal));
        var state = await house.Services.GetRequiredService<AlertStore>().LoadSeriesAsync(house.Brand, CancellationToken.None);
        Assert.NotNull(state!.Value.State.CountEvent!.ClosedAt);
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_and_the_same_run_twice_tells_nothing_twice()
    {
        await using var house = await QuietWeekAsync();
        await NextQuarterAsync(house, 0, 0);
        await house.ReceiveAsync([.. Posts(house, 20, 1)]);
        house.Clock.Now += TimeSpan.FromHours(3);

        await RunAsync(house);
        await RunAsync(house);
        await Task.WhenAll(RunAsync(house), RunAsync(house));

        Assert.Single(await AlertsAsync(house, AlertKind.CountSpike));
    }

    [Fact]
    public async Task Old_posts_that_come_late_are_no_storm()
    {
        await using var house = await QuietWeekAsync();
        await NextQuarterAsync(house, 0, 0);

        await house.ReceiveAsync([
            .. Posts(house, 60, 1).Select((post, number) => post with { At = house.Clock.Now.AddDays(-1).AddMinutes(-number * 20) }),
        ]);
        house.Clock.Now += TimeSpan.FromMinutes(15);
        await RunAsync(house);

        Assert.Empty(await AlertsAsync(house, AlertKind.CountSpike));
    }

    [Fact]
    public async Task Two_people_are_no_storm_however_much_they_write()
    {
        await using var house = await QuietWeekAsync();
        await NextQuarterAsync(house, 0, 0);

        await house.ReceiveAsync([.. Posts(house, 30, 1).Select((post, number) => post with { Author = $"author-{number % 2}" })]);
        house.Clock.Now += TimeSpan.FromMinutes(15);
        await RunAsync(house);

        Assert.Empty(await AlertsAsync(house, AlertKind.CountSpike));
    }

    [Fact]
    public async Task In_the_first_two_days_a_fixed_threshold_counts_and_that_is_said()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync([.. Posts(house, 25, 1)]);
        house.Clock.Now += TimeSpan.FromMinutes(15);

        await RunAsync(house);

        Assert.Equal(
            "25 mentions in an hour. There is not enough data yet to say what is usual, so the fixed threshold of 25 counts.",
            Assert.Single(await AlertsAsync(house, AlertKind.CountSpike)).Why
        );
    }

    [Fact]
    public async Task A_look_reads_the_counts_of_the_last_hours_only()
    {
        await using var house = await QuietWeekAsync();
        await NextQuarterAsync(house, 0, 0);
        house.Clock.Now += TimeSpan.FromMinutes(15);
        house.Operations.Reset();

        await RunAsync(house);

        // When it last ran, the series, the counts, and the last two noted.
        Assert.Equal(5, house.Operations.Count);
    }

    [Fact]
    public async Task A_complaint_that_many_see_is_told_once_however_often_it_is_delivered()
    {
        await using var house = await OpenAsync();
        var pointer = await house.KeepAsync(house.Post("1", Complaint) with { Followers = 50_000 });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.ProcessAsync(pointer)));

        var alert = Assert.Single(await AlertsAsync(house, AlertKind.ViralComplaint));
        Assert.Equal(("A negative post of somebody with 50,000 followers.", null, 1), (alert.Why, alert.NotTold, alert.Evidence.Count));
    }

    [Fact]
    public async Task A_complaint_whose_process_died_before_anybody_was_told_is_told_when_it_comes_again()
    {
        await using var house = await OpenAsync();
        await using var deaf = await ReceivingHouse.OpenAsync(
            azurite.ConnectionString,
            house.Clock,
            house.Brand,
            ("Social:Alerts:ViralFollowers", "1000000")
        );
        var pointer = await deaf.KeepAsync(deaf.Post("1", Complaint) with { Followers = 50_000 });
        await deaf.ProcessAsync(pointer);
        Assert.Empty(await AlertsAsync(house, AlertKind.ViralComplaint));

        await house.ProcessAsync(pointer);

        Assert.Equal(
            "A negative post of somebody with 50,000 followers.",
            Assert.Single(await AlertsAsync(house, AlertKind.ViralComplaint)).Why
        );
    }

    [Fact]
    public async Task What_is_muted_is_kept_with_the_reason_and_not_told()
    {
        await using var house = await OpenAsync();
        await house
            .Services.GetRequiredService<AlertStore>()
            .AddAsync(
                new AlertMute
                {
                    Id = house.Services.GetRequiredService<IdSource>().Next().Value,
                    Brand = house.Brand,
                    Kind = AlertKind.ViralComplaint,
                    Until = house.Clock.Now.AddHours(1),
                    Why = "We know.",
                    By = "anna",
                    At = house.Clock.Now,
                },
                CancellationToken.None
            );

        await house.ReceiveAsync(house.Post("1", Complaint) with { Followers = 50_000 });

        var alert = Assert.Single(await AlertsAsync(house, AlertKind.ViralComplaint));
        Assert.Equal(SocialReason.AlertMuted, alert.NotTold);
        Assert.Equal(
            SocialReason.AlertMuted,
            Assert
                .IsType<Outcome.Skipped>(
                    await house.Services.GetRequiredService<AlertTelling>().TellAsync(alert.Id, CancellationToken.None)
                )
                .Reason
        );
    }

    private Task<ReceivingHouse> OpenAsync() => ReceivingHouse.OpenAsync(azurite.ConnectionString);

    /// <summary>Seven days with about one mention an hour, until now, which is a full quarter.</summary>
    private async Task<ReceivingHouse> QuietWeekAsync()
    {
        var house = await OpenAsync();
        var table = house.Services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.MentionsTable);
        var slots = Enumerable
            .Range(1, 7 * 96)
            .Where(slot => slot % 4 == 0 || slot % 23 == 0)
            .Select(slot => house.Clock.Now - (MentionCountRows.Slot * slot))
            .GroupBy(at => MentionId.PartitionOf(house.Brand, DateOnly.FromDateTime(at.UtcDateTime)), StringComparer.Ordinal);
        foreach (var day in slots)
        {
            await table.SubmitTransactionAsync(
                day.Select(at => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    MentionCountRows.From(
                        day.Key,
                        MentionCountRows.SlotOf(at),
                        new MentionCounts
                        {
                            All = 1,
                            Firsts = 1,
                            Scored = 1,
                        }
                    )
                ))
            );
        }

        return house;
    }

    private static async Task NextQuarterAsync(ReceivingHouse house, int posts, int quarter)
    {
        if (posts > 0)
        {
            await house.ReceiveAsync([.. Posts(house, posts, quarter)]);
        }

        house.Clock.Now += TimeSpan.FromMinutes(15);
        await RunAsync(house);
    }

    private static IEnumerable<ListedPost> Posts(ReceivingHouse house, int count, int batch) =>
        Enumerable
            .Range(0, count)
            .Select(number =>
                house.Post(
                    string.Create(CultureInfo.InvariantCulture, $"{batch}-{number}"),
                    $"{Complaint} {StableHash.Of($"{batch} {number}")} {StableHash.Of($"{number} {batch}")}"
                )
            );

    private static Task RunAsync(ReceivingHouse house) =>
        house.Services.GetRequiredService<SpikeWatch>().RunAsync(house.Clock.Now, CancellationToken.None);

    private static async Task<IReadOnlyList<MentionAlert>> AlertsAsync(ReceivingHouse house, AlertKind kind)
    {
        var (items, _) = await house.Services.GetRequiredService<AlertStore>().ListAsync(1_000, null, CancellationToken.None);
        return [.. items.Where(alert => alert.Brand == house.Brand && alert.Kind == kind)];
    }
}
