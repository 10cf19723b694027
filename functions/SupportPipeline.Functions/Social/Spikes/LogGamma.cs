namespace SupportPipeline.Social.Spikes;

/// <summary>The logarithm of the gamma function, which the runtime lacks. Stirling's series after raising the argument; exact to about 13 digits.</summary>
internal static class LogGamma
{
    /// <summary>From here on five terms of the series are enough.</summary>
    private const double Large = 12;

    private static readonly double s_halfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Of a positive number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var raised = 0.0;
        for (; x < Large; x++)
        {
            raised += Math.Log(x);
        }

        var square = 1 / (x * x);
        var series = (((((((-1.0 / 1680 * square) + (1.0 / 1260)) * square) - (1.0 / 360)) * square) + (1.0 / 12)) / x);
        return ((x - 0.5) * Math.Log(x)) - x + s_halfLogTwoPi + series - raised;
    }
}
