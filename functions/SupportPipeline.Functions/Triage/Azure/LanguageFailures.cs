using System.Globalization;
using Azure;
using Azure.Identity;
using SupportPipeline.Platform;

namespace SupportPipeline.Triage.Azure;

/// <summary>What an exception of the client means for us.</summary>
internal static class LanguageFailures
{
    private const string RetryAfterHeader = "Retry-After";

    /// <summary>Longer than this is a broken header, not a wish.</summary>
    private static readonly TimeSpan s_longestRetryAfter = TimeSpan.FromHours(1);

    public static LanguageServiceException Understand(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            RequestFailedException { Status: > 0 } refused => Refused(refused),
            AuthenticationFailedException => new(ReasonCode.LanguageServiceFailed, Name(exception), exception) { IsSetup = true },
            OperationCanceledException => new(ReasonCode.LanguageServiceTimeout, Name(exception), exception),
            _ => new(ReasonCode.LanguageServiceFailed, Name(exception), exception),
        };
    }

    /// <summary>How long an answer wants the next request to wait; null when it does not say so in a way that can be believed.</summary>
    internal static TimeSpan? RetryAfter(Response? response)
    {
        if (response is null)
        {
            return null;
        }

        var wait =
            Number(response, "retry-after-ms") is { } first ? TimeSpan.FromMilliseconds(first)
            : Number(response, "x-ms-retry-after-ms") is { } second ? TimeSpan.FromMilliseconds(second)
            : Number(response, RetryAfterHeader) is { } third ? TimeSpan.FromSeconds(third)
            : UntilDate(response);
        return wait is null || wait <= TimeSpan.Zero ? null
            : wait > s_longestRetryAfter ? s_longestRetryAfter
            : wait;
    }

    private static LanguageServiceException Refused(RequestFailedException refused)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{refused.Status} {refused.ErrorCode}").TrimEnd();
        var retryAfter = RetryAfter(refused.GetRawResponse());
        return refused.Status switch
        {
            429 => new(ReasonCode.LanguageServiceThrottled, detail, refused) { RetryAfter = retryAfter },
            503 when retryAfter is not null => new(ReasonCode.LanguageServiceThrottled, detail, refused) { RetryAfter = retryAfter },
            400 or 413 => new(ReasonCode.LanguageServiceRejectedDocument, detail, refused) { IsRejection = true },
            401 or 403 or 404 => new(ReasonCode.LanguageServiceFailed, detail, refused) { IsSetup = true },
            _ => new(ReasonCode.LanguageServiceFailed, detail, refused),
        };
    }

    private static int? Number(Response response, string header) =>
        response.Headers.TryGetValue(header, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A date counts from the answer's own date: our clock may differ from the service's.</summary>
    private static TimeSpan? UntilDate(Response response) =>
        response.Headers.TryGetValue(RetryAfterHeader, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
        && response.Headers.Date is { } now
            ? until - now
            : null;

    private static string Name(Exception exception) =>
        exception is AggregateException { InnerException: { } inner } ? inner.GetType().Name : exception.GetType().Name;
}
