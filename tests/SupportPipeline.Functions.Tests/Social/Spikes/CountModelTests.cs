namespace SupportPipeline.Social.Spikes;

public sealed class CountModelTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(5, 3.1780538303479458)]
    [InlineData(100.5, 361.4355404678059)]
    [InlineData(1e6, 12815504.569147611)]
    public void The_logarithm_of_gamma_is_right(double x, double expected) =>
        Assert.Equal(expected, LogGamma.Of(x), 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Counts_as_even_as_chance_are_Poisson()
    {
        var model = CountModel.Fit([4, 5, 6, 5, 4, 6, 5, 5]);

        Assert.Equal((5.0, double.PositiveInfinity), (model.Mean, model.Size));
        Assert.Equal(0.0318281, model.TailFrom(10), 1e-7);
        Assert.Equal(0.5595067, model.TailFrom(5), 1e-7);
        Assert.Equal(1, model.TailFrom(0));
    }

    [Fact]
    public void Uneven_counts_are_negative_binomial()
    {
        // Mean 4, variance 8, so size 4: failures before the fourth success with one half each.
        var model = CountModel.Fit([
            .. Enumerable.Repeat(4.0 - Math.Sqrt(8 * 0.99), 50),
            .. Enumerable.Repeat(4.0 + Math.Sqrt(8 * 0.99), 50),
        ]);

        Assert.Equal((4.0, 4.0), (Math.Round(model.Mean, 10), Math.Round(model.Size, 10)));
        Assert.Equal(1 - (1 / 16.0), model.TailFrom(1), 1e-9);
        Assert.Equal(0.5, model.TailFrom(4), 1e-9);
    }

    [Fact]
    public void What_is_very_unlikely_keeps_its_digits()
    {
        var poisson = CountModel.Fit([1, 1, 1, 1]);
        var uneven = CountModel.Fit([0, 20, 0, 20, 0, 20]);

        Assert.Equal(3.98e-159, poisson.TailFrom(100), 1e-161);
        Assert.InRange(uneven.TailFrom(500), 1e-30, 1e-10);
        Assert.True(uneven.TailFrom(400) > uneven.TailFrom(401));
    }
}
