using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.FollowUps;

/// <summary>Each test has a year of its own, so that they can share the table.</summary>
[Collection("Azurite")]
public sealed class FollowUpStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static int _year = 2100;

    private readonly CountingPolicy _requests = new();
    private readonly DateTimeOffset _now = new(Interlocked.Increment(ref _year), 5, 4, 10, 30, 0, TimeSpan.Zero);
    private ServiceProvider _services = null!;

    private FollowUpStore Store => _services.GetRequiredService<FollowUpStore>();

    public Task InitializeAsync()
    {
        _services = Services();
        return _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Reads_what_is_due_and_nothing_else()
    {
        await ScheduleAsync(_now.AddHours(-2), _now.AddMinutes(-1), _now, _now.AddTicks(1), _now.AddHours(1), _now.AddDays(3));

        Assert.Equal([_now.AddHours(-2), _now.AddMinutes(-1), _now], await DueAsync(_now.AddHours(-3)));
        Assert.Equal([_now.AddMinutes(-1), _now], await DueAsync(_now.AddMinutes(-20)));
    }

    [Fact]
    public async Task What_is_scheduled_for_later_costs_the_sweep_nothing()
    {
        await ScheduleAsync([.. Enumerable.Range(0, 50).Select(i => _now.AddSeconds(-i))]);
        _requests.Reset();
        await DueAsync(_now.AddHours(-3));
        var alone = _requests.Count;
        await ScheduleAsync([.. Enumerable.Range(1, 1_500).Select(i => _now.AddMinutes(i * 7))]);
        _requests.Reset();

        var due = await DueAsync(_now.AddHours(-3));

        Assert.Equal((50, alone), (due.Count, _requests.Count));
    }

    [Fact]
    public async Task The_same_again_is_the_same_and_removing_twice_is_no_error()
    {
        var followUps = Enumerable.Range(0, 120).Select(i => Of(_now.AddSeconds(-i))).ToList();
        await Store.ScheduleAsync(followUps, CancellationToken.None);
        await Store.ScheduleAsync(followUps, CancellationToken.None);
        Assert.Equal(120, (await DueAsync(_now.AddHours(-3))).Count);

        await Store.RemoveAsync(followUps.Take(1), CancellationToken.None);
        await Store.RemoveAsync(followUps, CancellationToken.None);
        await Store.RemoveAsync(followUps, CancellationToken.None);

        Assert.Empty(await DueAsync(_now.AddHours(-3)));
    }

    [Fact]
    public async Task Shards_are_all_read()
    {
        await using var services = Services(("FollowUps:Shards", "7"));
        var store = services.GetRequiredService<FollowUpStore>();
        await store.ScheduleAsync(Enumerable.Range(0, 40).Select(i => Of(_now.AddMinutes(-i * 5))), CancellationToken.None);

        var due = new List<DueFollowUp>();
        await foreach (var one in store.DueAsync(_now.AddHours(-6), _now, CancellationToken.None))
        {
            due.Add(one);
        }

        Assert.Equal(40, due.Count);
        await Store.RemoveAsync(due, CancellationToken.None);
        Assert.Empty(await DueAsync(_now.AddHours(-6)));
    }

    [Fact]
    public async Task A_page_is_in_order_of_time()
    {
        await ScheduleAsync(_now.AddHours(5), _now.AddHours(1), _now.AddDays(2), _now.AddMinutes(10), _now.AddDays(9));

        var page = await Store.ListAsync(_now, _now.AddDays(3), 3, CancellationToken.None);

        Assert.Equal([_now.AddMinutes(10), _now.AddHours(1), _now.AddHours(5)], page.Select(one => one.At));
    }

    [Fact]
    public async Task A_sweep_hands_on_what_is_due_once_and_takes_it_away()
    {
        var sweep = await SweptAsync(_services);
        await ScheduleAsync(_now.AddMinutes(-5), _now, _now.AddMinutes(5));

        Assert.Equal(2, await sweep.RunAsync(_now, CancellationToken.None));
        Assert.Equal(0, await sweep.RunAsync(_now, CancellationToken.None));

        // The clock jumps by days: nothing in between is left behind.
        Assert.Equal(1, await sweep.RunAsync(_now.AddDays(40), CancellationToken.None));
    }

    [Fact]
    public async Task More_than_one_sweep_hands_on_is_left_for_the_next()
    {
        await using var services = Services(("FollowUps:MaxPerSweep", "100"));
        await SweptAsync(_services);
        var sweep = services.GetRequiredService<FollowUpSweep>();
        await ScheduleAsync([.. Enumerable.Range(0, 230).Select(i => _now.AddSeconds(-i))]);

        var counts = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            counts.Add(await sweep.RunAsync(_now, CancellationToken.None));
        }

        Assert.Equal([100, 100, 30, 0], counts);
    }

    [Fact]
    public async Task What_is_scheduled_for_a_time_long_past_is_found_within_a_day()
    {
        var sweep = await SweptAsync(_services);
        await ScheduleAsync(_now.AddDays(-60));

        Assert.Equal(0, await sweep.RunAsync(_now.AddMinutes(1), CancellationToken.None));
        Assert.Equal(1, await sweep.RunAsync(_now.AddDays(1), CancellationToken.None));
    }

    [Fact]
    public async Task The_first_sweep_of_all_begins_at_the_beginning()
    {
        var sweep = await SweptAsync(_services);
        await ScheduleAsync(_now.AddDays(-60));
        await _services
            .GetRequiredService<TableServiceClient>()
            .GetTableClient(StorageNames.JobsTable)
            .DeleteEntityAsync("job", "sweep-follow-ups");

        Assert.Equal(1, await sweep.RunAsync(_now, CancellationToken.None));
    }

    /// <summary>The sweep, after it has taken away what other tests left.</summary>
    private async Task<FollowUpSweep> SweptAsync(ServiceProvider services)
    {
        var sweep = services.GetRequiredService<FollowUpSweep>();
        await sweep.RunAsync(_now, CancellationToken.None);
        return sweep;
    }

    private ServiceProvider Services(params (string Name, string? Value)[] settings) =>
        Pipeline.Create(
            azurite.ConnectionString,
            replace: services => services.AddSingleton<HttpPipelinePolicy>(_requests),
            settings: settings
        );

    private Task ScheduleAsync(params DateTimeOffset[] times) => Store.ScheduleAsync(times.Select(Of), CancellationToken.None);

    private static FollowUp Of(DateTimeOffset at) => new(at, FollowUpKind.CheckIn, "cause", Ids.Next());

    private async Task<List<DateTimeOffset>> DueAsync(DateTimeOffset since)
    {
        var due = new List<DateTimeOffset>();
        await foreach (var one in Store.DueAsync(since, _now, CancellationToken.None))
        {
            due.Add(one.FollowUp.At);
        }

        return due;
    }
}
