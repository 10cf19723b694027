using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Platform;

/// <summary>Errors over HTTP as problem details (RFC 9457). The <c>reason</c> member is a stable code; <c>detail</c> is for people.</summary>
internal static class Problems
{
    /// <summary>A problem with a reason code.</summary>
    public static IResult Of(int status, string reason, string detail) =>
        Results.Problem(
            detail: detail,
            statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["reason"] = reason }
        );

    /// <summary>A problem with a reason code and further members.</summary>
    public static IResult Of(int status, string reason, string detail, IReadOnlyDictionary<string, object?> more) =>
        Results.Problem(
            detail: detail,
            statusCode: status,
            extensions: new Dictionary<string, object?>(more, StringComparer.Ordinal) { ["reason"] = reason }
        );

    /// <summary>503 with <c>Retry-After</c>: storage is down, the sender is to try again. Never a 4xx, which SendGrid takes as final.</summary>
    public static IResult StorageUnavailable(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "30";
        return Of(
            StatusCodes.Status503ServiceUnavailable,
            "storage-unavailable",
            "The message could not be stored just now. Please send it again."
        );
    }
}
