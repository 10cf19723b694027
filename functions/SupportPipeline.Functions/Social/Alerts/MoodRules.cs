namespace SupportPipeline.Social.Alerts;

/// <summary>Whether a larger part is negative than usual. Pure.</summary>
internal static class MoodRules
{
    /// <summary>How long a window is looked at.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(6);

    /// <summary>With fewer mentions whose mood is known nothing is concluded.</summary>
    public const int Least = 10;

    /// <summary>So much more than usual is told.</summary>
    public const double More = 0.15;

    /// <summary>Where there is no usual share yet, so much is told.</summary>
    public const double Floor = 0.40;

    /// <summary>So many mentions make a share that is usual.</summary>
    public const int LeastUsual = 30;

    /// <summary>Whether the lower end of what the share can be (Wilson, 95 %) is above the usual share by <see cref="More"/>.</summary>
    public static bool IsShift(int negative, int scored, int usualNegative, int usualScored) =>
        scored >= Least
        && LowerBound(negative, scored) > (usualScored >= LeastUsual ? ((double)usualNegative / usualScored) + More : Floor);

    /// <summary>The lower end of the Wilson score interval for a share, 95 %.</summary>
    public static double LowerBound(int part, int whole)
    {
        const double Z = 1.959963984540054;
        if (whole == 0)
        {
            return 0;
        }

        var share = (double)part / whole;
        var centre = share + (Z * Z / (2 * whole));
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * whole))) / whole);
        return (centre - spread) / (1 + (Z * Z / whole));
    }
}
