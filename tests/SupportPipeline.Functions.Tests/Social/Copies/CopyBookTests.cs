using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Copies;

[Collection("Azurite")]
public sealed class CopyBookTests(AzuriteFixture azurite)
{
    private const string Text = "Third day without internet and nobody answers the phone, what a service";

    [Fact]
    public async Task A_process_knows_what_others_have_met_before()
    {
        await using var one = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        await using var other = await ReceivingHouse.OpenAsync(azurite.ConnectionString, one.Clock, one.Brand);
        await one.ReceiveAsync(one.Post("1", Text));
        one.Clock.Now += TimeSpan.FromMinutes(1);

        await other.ReceiveAsync(other.Post("2", Text + "!!! can you believe it"));
        one.Clock.Now += TimeSpan.FromMinutes(1);
        await one.ReceiveAsync(one.Post("3", Text.ToUpperInvariant()));

        Assert.Equal(2, (await one.FindAsync("1"))!.Copies);
    }

    [Fact]
    public async Task Another_day_shows_the_group_again_under_its_first()
    {
        await using var house = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        await house.ReceiveAsync(house.Post("1", Text));
        house.Clock.Now += TimeSpan.FromDays(1);

        await house.ReceiveAsync(house.Post("2", Text), house.Post("3", Text));

        var (yesterday, today) = ((await house.FindAsync("1"))!, (await house.FindAsync("2"))!);
        Assert.Equal((yesterday.Group, null, 1, 0), (today.Group, today.CopyOf, today.Copies, yesterday.Copies));
        Assert.Equal(today.Id, (await house.FindAsync("3"))!.CopyOf);
    }

    [Fact]
    public async Task Old_posts_are_forgotten()
    {
        await using var house = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        await house.ReceiveAsync(house.Post("1", Text));
        house.Clock.Now += TimeSpan.FromHours(49);

        await house.ReceiveAsync(house.Post("2", Text + ", can you believe it"));

        Assert.NotEqual((await house.FindAsync("1"))!.Group, (await house.FindAsync("2"))!.Group);
    }

    [Fact]
    public async Task What_is_new_is_read_with_one_query_every_other_second()
    {
        await using var house = await ReceivingHouse.OpenAsync(azurite.ConnectionString);
        var book = house.Services.GetRequiredService<CopyBook>();
        await house.ReceiveAsync(house.Post("1", Text));
        house.Clock.Now += TimeSpan.FromSeconds(2);
        house.Operations.Reset();

        await book.PlaceAsync(house.Brand, [Candidate(house, "a"), Candidate(house, "b")], CancellationToken.None);
        await book.PlaceAsync(house.Brand, [Candidate(house, "c")], CancellationToken.None);

        Assert.Equal(1, house.Operations.Count);
    }

    private static CopyCandidate Candidate(ReceivingHouse house, string key) =>
        new(
            MentionId.Create(house.Brand, house.Clock.Now, key, "d"),
            key,
            null,
            CopyPrint.Of($"Something new about {key} that nobody has said before")
        );
}
