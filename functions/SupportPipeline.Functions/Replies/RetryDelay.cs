using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>The waits between two attempts. Pure.</summary>
internal static class RetryDelay
{
    /// <summary>How much a wait is stretched at most.</summary>
    private const double MaxStretch = 0.25;

    /// <summary>The wait after a failed attempt: it doubles up to a limit.</summary>
    /// <param name="failedBefore">How many failed before this one.</param>
    /// <param name="options">First and longest wait.</param>
    public static TimeSpan After(int failedBefore, RepliesOptions options) =>
        TimeSpan.FromSeconds(Math.Min(options.MaxRetrySeconds, options.RetrySeconds * Math.Pow(2, Math.Min(failedBefore, 20))));

    /// <summary>
    /// Stretches a wait by up to a quarter and at least up to a second, each reply by its own amount, so that many that were told to come back at the same
    /// moment do not all come at once. Whole seconds, which is what a queue counts in.
    /// </summary>
    public static TimeSpan Spread(TimeSpan wait, Reply reply)
    {
        var most = (int)Math.Ceiling(wait.TotalSeconds * MaxStretch);
        var hash = StableHash.Of(reply.CaseId.Value, reply.Id, reply.Attempts.ToString(CultureInfo.InvariantCulture));
        var share = int.Parse(hash.AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return wait + TimeSpan.FromSeconds(share % (most + 1));
    }
}
