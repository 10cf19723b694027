using SupportPipeline.LocalHost.Clock;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class MovableClockTests
{
    [Fact]
    public async Task A_jump_ends_the_waits_it_goes_over_and_no_others()
    {
        var clock = new MovableClock();
        var hour = Task.Delay(TimeSpan.FromHours(1), clock);
        var week = Task.Delay(TimeSpan.FromDays(7), clock);
        clock.Advance(TimeSpan.FromHours(2));
        await hour.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(week.IsCompleted);
        clock.Advance(TimeSpan.FromDays(7));
        await week.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_periodic_timer_fires_once_per_jump()
    {
        var clock = new MovableClock();
        using var fired = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => fired.Release(), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        for (var jump = 0; jump < 2; jump++)
        {
            clock.Advance(TimeSpan.FromHours(5));
            Assert.True(await fired.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        Assert.Equal(0, fired.CurrentCount);
    }

    [Fact]
    public void Does_not_go_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MovableClock().Advance(TimeSpan.FromSeconds(-1)));
}
