using System.Globalization;
using Azure;

namespace SupportPipeline.Platform;

/// <summary>Says in a few words why something failed, without what the exception's message may quote: a type and, from storage, a status and a code. Pure.</summary>
internal static class FailureReason
{
    private const string Storage = "storage-failed ";
    private const string TimedOut = "timed-out";

    /// <summary>The words.</summary>
    public static string Of(Exception exception) =>
        exception switch
        {
            RequestFailedException failed => string.Create(CultureInfo.InvariantCulture, $"{Storage}{failed.Status} {failed.ErrorCode}")
                .TrimEnd(),
            AggregateException { InnerException: { } inner } => Of(inner),
            OperationCanceledException => TimedOut,
            _ => $"failed {exception.GetType().Name}",
        };

    /// <summary>
    /// Whether the message had no part in it: storage was not there or had too much to do, it took too long, or the process died before anybody could say why.
    /// </summary>
    /// <param name="reason">The words; null when there are none.</param>
    public static bool IsPassing(string? reason)
    {
        if (reason is null or TimedOut)
        {
            return true;
        }

        if (!reason.StartsWith(Storage, StringComparison.Ordinal))
        {
            return false;
        }

        var status = reason.AsSpan(Storage.Length);
        var end = status.IndexOf(' ');
        return int.TryParse(end < 0 ? status : status[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is 0 or 408 or 429 or >= 500;
    }
}
