using SupportPipeline.Testing;

namespace SupportPipeline.Replies;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 30)]
    [InlineData(3, 120)]
    [InlineData(6, 900)]
    [InlineData(1_000_000, 900)]
    public void Doubles_up_to_the_limit(int failedBefore, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(failedBefore, new RepliesOptions()));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(7, 9)]
    [InlineData(60, 75)]
    [InlineData(900, 1125)]
    public void Replies_that_wait_for_the_same_moment_come_spread_out(int wait, int latest)
    {
        var waits = Enumerable
            .Range(0, 10_000)
            .Select(_ => RetryDelay.Spread(TimeSpan.FromSeconds(wait), OutboxRows.Approved()).TotalSeconds)
            .CountBy(seconds => seconds)
            .ToDictionary();

        Assert.Equal(Enumerable.Range(wait, latest - wait + 1).Select(seconds => (double)seconds), waits.Keys.Order());
        Assert.All(waits.Values, count => Assert.True(count < 10_000 * 3.0 / (latest - wait + 1)));
    }

    [Fact]
    public void A_reply_waits_equally_long_however_often_it_is_asked()
    {
        var reply = OutboxRows.Approved();

        Assert.Equal(RetryDelay.Spread(TimeSpan.FromHours(1), reply), RetryDelay.Spread(TimeSpan.FromHours(1), reply));
        Assert.Equal(TimeSpan.Zero, RetryDelay.Spread(TimeSpan.Zero, reply));
    }
}
