using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Social.Polling.KnownPosts;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Polling;

[Collection("Azurite")]
public sealed class PollSweepTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FixedClock _clock = new();
    private ReceivingHouse _house = null!;
    private ScriptedPlatform _platform = null!;

    public async Task InitializeAsync()
    {
        _house = await ReceivingHouse.OpenAsync(azurite.ConnectionString, _clock);
        _platform = new(_house.Brand);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_page_is_kept_and_the_next_run_goes_on_behind_it()
    {
        _platform.Answers.Enqueue(ScriptedPlatform.Page("a", null, "10"));
        await RunAsync();
        _clock.Now += TimeSpan.FromMinutes(1);
        await RunAsync();

        Assert.Equal(["a"], _platform.Kept);
        Assert.Equal([(null, null), ("10", null)], _platform.Asked);
    }

    [Fact]
    public async Task What_was_read_in_the_last_two_minutes_is_read_again()
    {
        foreach (var (text, top) in new[] { ("a", "10"), ("b", "20"), ("c", "30") })
        {
            _platform.Answers.Enqueue(ScriptedPlatform.Page(text, null, top));
            await RunAsync();
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        await RunAsync();
        _clock.Now += TimeSpan.FromMinutes(5);
        await RunAsync();

        Assert.Equal([null, "10", "10", "20", "30"], _platform.Asked.Select(asked => asked.From));
    }

    [Fact]
    public async Task Numbers_grow_by_value_and_a_page_seen_again_is_not_kept_again()
    {
        _platform.Answers.Enqueue(ScriptedPlatform.Page("a", null, "9"));
        _platform.Answers.Enqueue(ScriptedPlatform.Page("a", null, "9"));
        await RunAsync();
        await RunAsync();

        Assert.Equal(["a"], _platform.Kept);
        Assert.Equal("10", PollPlace.Later("9", "10"));
    }

    [Fact]
    public async Task What_could_not_be_kept_is_asked_for_again_and_nothing_is_lost()
    {
        _platform.Answers.Enqueue(ScriptedPlatform.Page("a", null, "10"));
        _platform.IsStorageDown = true;
        await RunAsync();
        _platform.IsStorageDown = false;
        _platform.Answers.Enqueue(ScriptedPlatform.Page("a", null, "10"));
        _clock.Now += TimeSpan.FromMinutes(4);
        await RunAsync();

        Assert.Equal(["a"], _platform.Kept);
        Assert.Equal([(null, null), (null, null)], _platform.Asked);
    }

    [Fact]
    public async Task A_feed_that_a_run_has_taken_is_left_alone_until_its_hold_ends()
    {
        Assert.NotNull(await Store.TryTakeAsync("scripted", _house.Brand, CancellationToken.None));
        await RunAsync();
        Assert.Empty(_platform.Asked);

        _clock.Now += TimeSpan.FromMinutes(3);
        await RunAsync();
        Assert.Single(_platform.Asked);
    }

    [Fact]
    public async Task Of_runs_at_once_one_gets_the_feed()
    {
        await RunAsync();
        var holds = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Store.TryTakeAsync("scripted", _house.Brand, CancellationToken.None))
        );

        Assert.Single(holds, hold => hold is not null);
    }

    [Fact]
    public async Task More_pages_than_a_run_may_read_are_read_by_the_next()
    {
        for (var page = 1; page <= 7; page++)
        {
            _platform.Answers.Enqueue(ScriptedPlatform.Page($"p{page}", page < 7 ? $"n{page}" : null, page == 1 ? "70" : "60"));
        }

        await RunAsync();
        Assert.Equal(5, _platform.Kept.Count);
        await RunAsync();
        Assert.Equal(["p1", "p2", "p3", "p4", "p5", "p6", "p7"], _platform.Kept);
        await RunAsync();
        Assert.Equal(("70", null), _platform.Asked[^1]);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_until_it_ends()
    {
        _platform.Answers.Enqueue(new PollAnswer.Limited(_clock.Now.AddMinutes(4)));
        await RunAsync();
        _clock.Now += TimeSpan.FromMinutes(3);
        await RunAsync();
        Assert.Single(_platform.Asked);

        _clock.Now += TimeSpan.FromMinutes(1);
        await RunAsync();
        Assert.Equal(2, _platform.Asked.Count);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_half_an_hour_and_a_quarter()
    {
        var waits = Enumerable
            .Range(1, 12)
            .Select(failures => (PollRules.NextTry(_clock.Now, failures, "feed") - _clock.Now).TotalMinutes)
            .ToList();

        for (var index = 0; index < waits.Count; index++)
        {
            var least = Math.Min(30, Math.Pow(2, index));
            Assert.InRange(waits[index], least, least * 1.25);
        }

        Assert.Equal(waits[3], (PollRules.NextTry(_clock.Now, 4, "feed") - _clock.Now).TotalMinutes);
    }

    private PollStore Store => _house.Services.GetRequiredService<PollStore>();

    private Task RunAsync() =>
        new PollSweep(
            [_platform],
            Store,
            new PolledKeeping(_platform, _house.Services.GetRequiredService<KnownPostStore>()),
            Options.Create(new PollingOptions()),
            NullLogger<PollSweep>.Instance
        ).RunAsync(_clock, CancellationToken.None);
}
