using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

[Collection("Azurite")]
public sealed class SuppressionListTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services = Pipeline.Create(azurite.ConnectionString);
    private readonly EmailAddress _address = Emails.Address($"{Ids.Next()}@customer.example");

    private SuppressionList List => _services.GetRequiredService<SuppressionList>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task It_holds_until_its_end()
    {
        await AddAsync("blocked-by-recipient", Noon, Noon.AddDays(3));

        Assert.Equal("blocked-by-recipient", (await FindAsync(Noon.AddDays(3).AddSeconds(-1)))!.Code);
        Assert.Null(await FindAsync(Noon.AddDays(3)));
    }

    [Fact]
    public async Task What_lasts_longer_stays_whatever_comes_first()
    {
        await AddAsync("address-does-not-exist", Noon, null);
        await AddAsync("blocked-by-recipient", Noon.AddHours(1), Noon.AddDays(3));
        Assert.Equal("address-does-not-exist", (await FindAsync(Noon.AddYears(1)))!.Code);

        var other = Emails.Address($"{Ids.Next()}@customer.example");
        await List.AddAsync(other, New("blocked-by-recipient", Noon, Noon.AddDays(3)), CancellationToken.None);
        await List.AddAsync(other, New("reported-as-spam", Noon.AddHours(1), null), CancellationToken.None);
        Assert.Equal("reported-as-spam", (await List.FindAsync(other, Noon.AddYears(1), CancellationToken.None))!.Code);
    }

    [Fact]
    public async Task Lifted_it_is_gone_and_the_same_event_again_does_not_bring_it_back()
    {
        await AddAsync("address-does-not-exist", Noon, null);

        var lifted = await List.LiftAsync(_address.Hash, "agent-1", Noon.AddHours(1), CancellationToken.None);
        await AddAsync("address-does-not-exist", Noon, null);

        Assert.Equal("address-does-not-exist", lifted!.Code);
        Assert.Null(await FindAsync(Noon.AddHours(2)));
        Assert.DoesNotContain(await ListedAsync(), item => item.Id == _address.Hash);
        Assert.Null(await List.LiftAsync(_address.Hash, "agent-1", Noon.AddHours(1), CancellationToken.None));

        await AddAsync("address-does-not-exist", Noon.AddHours(3), null);
        Assert.NotNull(await FindAsync(Noon.AddHours(4)));
    }

    [Fact]
    public async Task Everything_that_holds_is_listed_page_by_page()
    {
        var others = Enumerable.Range(0, 3).Select(_ => Emails.Address($"{Ids.Next()}@customer.example")).ToList();
        foreach (var address in others)
        {
            await List.AddAsync(address, New("reported-as-spam", Noon, null), CancellationToken.None);
        }

        var listed = await ListedAsync(limit: 2);

        Assert.Equal(
            others.Select(address => (address.Hash, address.Value)).Order(),
            listed.Where(item => others.Any(address => address.Hash == item.Id)).Select(item => (item.Id, item.Address)).Order()
        );
    }

    [Fact]
    public async Task Two_that_write_at_once_leave_what_lasts_longest()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(days => AddAsync("blocked-by-recipient", Noon, Noon.AddDays(days))));

        Assert.Equal(Noon.AddDays(4), (await FindAsync(Noon))!.Until);
    }

    private static Suppression New(string code, DateTimeOffset at, DateTimeOffset? until) =>
        new()
        {
            Code = code,
            At = at,
            Until = until,
        };

    private Task AddAsync(string code, DateTimeOffset at, DateTimeOffset? until) =>
        List.AddAsync(_address, New(code, at, until), CancellationToken.None);

    private Task<Suppression?> FindAsync(DateTimeOffset at) => List.FindAsync(_address, at, CancellationToken.None);

    private async Task<IReadOnlyList<ListedSuppression>> ListedAsync(int limit = 50)
    {
        var all = new List<ListedSuppression>();
        string? after = null;
        do
        {
            (var items, after) = await List.ListAsync(limit, after, CancellationToken.None);
            Assert.True(items.Count <= limit);
            all.AddRange(items);
        } while (after is not null);

        return all;
    }
}
