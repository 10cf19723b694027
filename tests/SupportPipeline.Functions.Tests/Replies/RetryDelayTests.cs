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
}
