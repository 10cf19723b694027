using System.Net;

namespace SendGrid.Helpers.Reliability;

/// <summary>When and how long to wait between attempts; the default is one attempt.</summary>
public class ReliabilitySettings
{
    private const int MostRetries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>No retries.</summary>
    public ReliabilitySettings()
        : this(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero) { }

    /// <summary>Exponential waits between a minimum and a maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// More than five retries, a wait that is negative or over 30 seconds, or a minimum above the maximum.
    /// </exception>
    public ReliabilitySettings(int maximumNumberOfRetries, TimeSpan minimumBackoff, TimeSpan maximumBackOff, TimeSpan deltaBackOff)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumNumberOfRetries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumNumberOfRetries, MostRetries);
        ThrowUnlessWait(minimumBackoff, nameof(minimumBackoff));
        ThrowUnlessWait(maximumBackOff, nameof(maximumBackOff));
        ThrowUnlessWait(deltaBackOff, nameof(deltaBackOff));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimumBackoff, maximumBackOff);

        MaximumNumberOfRetries = maximumNumberOfRetries;
        MinimumBackOff = minimumBackoff;
        MaximumBackOff = maximumBackOff;
        DeltaBackOff = deltaBackOff;
    }

    /// <summary>The statuses that a new instance retries: 500, 502, 503 and 504; 429 is not among them.</summary>
    public static List<HttpStatusCode> DefaultRetriableServerErrorStatusCodes { get; } =
    [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    /// <summary>Attempts after the first, 0..5.</summary>
    public int MaximumNumberOfRetries { get; }

    /// <summary>Wait before the first retry.</summary>
    public TimeSpan MinimumBackOff { get; }

    /// <summary>Longest wait.</summary>
    public TimeSpan MaximumBackOff { get; }

    /// <summary>What the exponential part grows from.</summary>
    public TimeSpan DeltaBackOff { get; }

    /// <summary>The statuses that are retried.</summary>
    public List<HttpStatusCode> RetriableServerErrorStatusCodes { get; } = [.. DefaultRetriableServerErrorStatusCodes];

    private static void ThrowUnlessWait(TimeSpan wait, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, LongestWait, name);
    }
}
