namespace SupportPipeline.Social.Spikes;

/// <summary>
/// How many mentions an hour may bring when nothing happens: a negative binomial distribution, because real counts vary much more than a Poisson
/// distribution with the same mean allows; where they do not, it is that Poisson distribution.
/// </summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct CountModel
{
    /// <summary>Below this many an hour nothing can be told from nothing.</summary>
    private const double LeastMean = 0.2;

    /// <summary>So uneven at most: one wild week must not make everything ordinary.</summary>
    private const double LeastSize = 0.5;

    /// <summary>From this ratio of variance to mean on, counts are more uneven than chance.</summary>
    private const double Uneven = 1.05;

    private const double Negligible = 1e-12;

    private CountModel(double mean, double size) => (Mean, Size) = (mean, size);

    /// <summary>The expected count.</summary>
    public double Mean { get; }

    /// <summary>The size parameter of the distribution; infinite for Poisson.</summary>
    public double Size { get; }

    /// <summary>Fits mean and variance (method of moments).</summary>
    public static CountModel Fit(IReadOnlyCollection<double> counts)
    {
        var mean = Math.Max(counts.DefaultIfEmpty(0).Average(), LeastMean);
        var variance = counts.Count < 2 ? mean : counts.Sum(count => (count - mean) * (count - mean)) / (counts.Count - 1);
        return variance > Uneven * mean
            ? new(mean, Math.Max(mean * mean / (variance - mean), LeastSize))
            : new(mean, double.PositiveInfinity);
    }

    /// <summary>The probability of so many or more, 0 to 1.</summary>
    public double TailFrom(int count)
    {
        if (count <= 0)
        {
            return 1;
        }

        // The shorter side is summed, so that what is very small keeps its digits.
        return count > Mean ? Math.Min(1, Upper(count)) : Math.Clamp(1 - Below(count), 0, 1);
    }

    private double Upper(int count)
    {
        var term = Math.Exp(LogOf(count));
        var sum = term;
        for (var k = count; term > sum * Negligible && term > 0; k++)
        {
            term *= Ratio(k);
            sum += term;
        }

        return sum;
    }

    private double Below(int count)
    {
        var term = Math.Exp(LogOf(0));
        var sum = term;
        for (var k = 0; k < count - 1; k++)
        {
            term *= Ratio(k);
            sum += term;
        }

        return sum;
    }

    /// <summary>The probability of one more, as a multiple of that of <paramref name="k"/>.</summary>
    private double Ratio(int k) => double.IsPositiveInfinity(Size) ? Mean / (k + 1) : (k + Size) / (k + 1) * (Mean / (Size + Mean));

    private double LogOf(int k) =>
        double.IsPositiveInfinity(Size)
            ? (k * Math.Log(Mean)) - Mean - LogGamma.Of(k + 1)
            : LogGamma.Of(k + Size)
                - LogGamma.Of(Size)
                - LogGamma.Of(k + 1)
                + (Size * Math.Log(Size / (Size + Mean)))
                + (k * Math.Log(Mean / (Size + Mean)));
}
