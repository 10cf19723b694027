using System.Globalization;
using Azure;

namespace SupportPipeline.Platform;

/// <summary>Says in a few words why something failed, without what the exception's message may quote: a type and, from storage, a status and a code. Pure.</summary>
internal static class FailureReason
{
    /// <summary>The words.</summary>
    public static string Of(Exception exception) =>
        exception switch
        {
            RequestFailedException failed => string.Create(
                    CultureInfo.InvariantCulture,
                    $"storage-failed {failed.Status} {failed.ErrorCode}"
                )
                .TrimEnd(),
            AggregateException { InnerException: { } inner } => Of(inner),
            OperationCanceledException => "timed-out",
            _ => $"failed {exception.GetType().Name}",
        };
}
