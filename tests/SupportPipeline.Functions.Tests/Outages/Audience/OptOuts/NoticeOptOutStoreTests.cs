using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.OptOuts;

[Collection("Azurite")]
public sealed class NoticeOptOutStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Since_a_moment_only_what_is_newer_is_read()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var store = test.Get<NoticeOptOutStore>();
        var (first, second, third) = (Hash(), Hash(), Hash());
        await store.SetAsync(first, [], CancellationToken.None);
        test.Clock.Now += TimeSpan.FromSeconds(1);
        var since = test.Clock.Now;
        await store.SetAsync(second, ["search", "checkout"], CancellationToken.None);
        test.Clock.Now += TimeSpan.FromDays(1);
        await store.SetAsync(third, [], CancellationToken.None);

        var found = await SinceAsync(test, since, first, second, third);

        Assert.Equal([second, third], found.Select(one => one.AddressHash));
        Assert.Equal(["checkout", "search"], found[0].Components);
        Assert.Equal(since, found[0].At);
        Assert.Equal(
            [first, second, third],
            (await SinceAsync(test, since.AddSeconds(-1), first, second, third)).Select(one => one.AddressHash)
        );
        Assert.Empty(await SinceAsync(test, test.Clock.Now.AddTicks(1), first, second, third));
    }

    [Fact]
    public async Task The_same_again_is_not_said_twice_and_what_was_taken_back_does_not_hold()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var store = test.Get<NoticeOptOutStore>();
        var hash = Hash();
        var since = test.Clock.Now;
        await store.SetAsync(hash, [], CancellationToken.None);
        test.Clock.Now += TimeSpan.FromMinutes(1);
        await store.SetAsync(hash, [], CancellationToken.None);

        Assert.Single(await SinceAsync(test, since, hash));
        Assert.Single(await AllAsync(test, hash));

        await store.RemoveAsync(hash, CancellationToken.None);
        await store.RemoveAsync(hash, CancellationToken.None);
        Assert.Empty(await AllAsync(test, hash));
    }

    private static async Task<List<NoticeOptOut>> SinceAsync(AudienceTesting test, DateTimeOffset since, params string[] ours) =>
        [
            .. (await Body.ListAsync(test.Get<INoticeOptOuts>().SinceAsync(since, CancellationToken.None))).Where(one =>
                ours.Contains(one.AddressHash)
            ),
        ];

    private static async Task<List<NoticeOptOut>> AllAsync(AudienceTesting test, params string[] ours) =>
        [
            .. (await Body.ListAsync(test.Get<INoticeOptOuts>().AllAsync(CancellationToken.None))).Where(one =>
                ours.Contains(one.AddressHash)
            ),
        ];

    private static string Hash() => Emails.Address($"{Ids.Next()}@customer.example").Hash;
}
