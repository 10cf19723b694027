using SupportPipeline.LocalHost.Load;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class PercentilesTests
{
    [Fact]
    public void Takes_the_nearest_rank_of_one_to_a_hundred() =>
        Assert.Equal(new Percentiles(100, 50, 95, 99, 100), Percentiles.Of(Enumerable.Range(1, 100).Reverse().Select(i => (double)i)));

    [Fact]
    public void Takes_only_values_that_were_measured() =>
        Assert.Equal(new Percentiles(4, 20, 40, 40, 40), Percentiles.Of([40, 10, 30, 20]));

    [Fact]
    public void Is_the_same_everywhere_for_one_value() => Assert.Equal(new Percentiles(1, 7, 7, 7, 7), Percentiles.Of([7]));

    [Fact]
    public void Is_zero_for_none() => Assert.Equal(new Percentiles(0, 0, 0, 0, 0), Percentiles.Of([]));

    [Fact]
    public void Rounds_the_rank_up() =>
        // 95 % of 21 values is 19.95 values: the twentieth is the smallest that 95 % do not exceed.
        Assert.Equal(20, Percentiles.Of(Enumerable.Range(1, 21).Select(i => (double)i)).P95);
}
