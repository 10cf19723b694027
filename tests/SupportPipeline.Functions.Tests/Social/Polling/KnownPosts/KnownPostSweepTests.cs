using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Polling.KnownPosts;

[Collection("Azurite")]
public sealed class KnownPostSweepTests(AzuriteFixture azurite) : IAsyncLifetime
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
    public async Task A_post_is_looked_at_every_hour_and_kept_when_it_has_changed()
    {
        await PollAsync("a");
        await LookAsync("a");
        await LookAsync("b");
        await LookAsync("b");

        Assert.Equal(["a", "b"], _platform.Kept);
        Assert.Equal(["1", "1", "1"], _platform.LookedAt);
    }

    [Fact]
    public async Task Between_two_hours_nothing_is_looked_at()
    {
        await PollAsync("a");
        await LookAsync("a");
        _clock.Now += TimeSpan.FromMinutes(10);
        await RunAsync(5);

        Assert.Equal(["1"], _platform.LookedAt);
    }

    [Fact]
    public async Task What_two_looks_in_a_row_do_not_find_is_deleted_and_forgotten()
    {
        await PollAsync("a");
        await LookAsync("");
        await LookAsync("a");
        await LookAsync("");
        Assert.Equal(["a"], _platform.Kept);
        await LookAsync("");
        await LookAsync("");

        Assert.Equal(2, _platform.Kept.Count);
        var gone = JsonDocument.Parse(_platform.Kept[^1]).RootElement.GetProperty("gone").EnumerateArray().Select(id => id.GetString());
        Assert.Equal(["1"], gone);
        Assert.Equal(4, _platform.LookedAt.Count);
    }

    [Fact]
    public async Task What_a_run_may_not_ask_any_more_is_asked_by_the_next()
    {
        await PollAsync("1=a\n2=b\n3=c");
        _clock.Now += TimeSpan.FromHours(1);
        await RunAsync(1);
        Assert.Equal(2, Assert.Single(_platform.LookedAt).Split(' ').Length);

        _clock.Now += TimeSpan.FromMinutes(1);
        await RunAsync(1);

        Assert.Equal(["1", "2", "3"], _platform.LookedAt.SelectMany(look => look.Split(' ')).Order());
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_and_the_round_goes_on_where_it_was()
    {
        await PollAsync("a");
        _platform.Looks.Enqueue(new PollAnswer.Limited(_clock.Now.AddHours(1).AddMinutes(4)));
        _clock.Now += TimeSpan.FromHours(1);
        await RunAsync(5);
        await RunAsync(5);
        Assert.Single(_platform.LookedAt);

        _clock.Now += TimeSpan.FromMinutes(4);
        _platform.Looks.Enqueue(ScriptedPlatform.Page("b", null, null));
        await RunAsync(5);

        Assert.Equal(["a", "b"], _platform.Kept);
    }

    [Fact]
    public async Task A_failure_is_no_deletion()
    {
        await PollAsync("a");
        for (var hour = 0; hour < 3; hour++)
        {
            _platform.Looks.Enqueue(new PollAnswer.Failed("404"));
            _clock.Now += TimeSpan.FromHours(1);
            await RunAsync(5);
        }

        Assert.Equal(3, _platform.LookedAt.Count);
        Assert.Equal(["a"], _platform.Kept);
    }

    [Fact]
    public async Task After_a_week_a_post_is_forgotten()
    {
        await PollAsync("a");
        for (var day = 0; day < 7; day++)
        {
            _clock.Now += TimeSpan.FromDays(1);
            _platform.Looks.Enqueue(ScriptedPlatform.Page("a", null, null));
            await RunAsync(5);
        }

        Assert.Equal(7, _platform.LookedAt.Count);
        Assert.Empty(
            await _house
                .Services.GetRequiredService<KnownPostStore>()
                .ReadAsync(_platform.Name, _platform.AccountOf(_house.Brand), _clock.Now.AddDays(-7), null, 10, CancellationToken.None)
        );
    }

    private Task PollAsync(string page)
    {
        _platform.Answers.Enqueue(ScriptedPlatform.Page(page, null, "10"));
        return new PollSweep(
            [_platform],
            _house.Services.GetRequiredService<PollStore>(),
            new PolledKeeping(_platform, _house.Services.GetRequiredService<KnownPostStore>()),
            Options.Create(new PollingOptions()),
            NullLogger<PollSweep>.Instance
        ).RunAsync(_clock, CancellationToken.None);
    }

    private Task LookAsync(string page)
    {
        _clock.Now += TimeSpan.FromHours(1);
        _platform.Looks.Enqueue(ScriptedPlatform.Page(page, null, null));
        return RunAsync(5);
    }

    private Task RunAsync(int maxLooks) =>
        new KnownPostSweep(
            [_platform],
            _house.Services.GetRequiredService<PollStore>(),
            _house.Services.GetRequiredService<KnownPostStore>(),
            _platform,
            NullLogger<KnownPostSweep>.Instance
        ).RunAsync(_clock, maxLooks, CancellationToken.None);
}
