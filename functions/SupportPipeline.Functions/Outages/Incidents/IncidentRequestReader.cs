using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Reads a request of on-call staff: role, <c>If-Match</c>, <c>Idempotency-Key</c>, body.</summary>
public sealed class IncidentRequestReader(StaffPrincipal staff, TimeProvider clock)
{
    private const int MaxKeyLength = 255;

    /// <summary>Null when the caller may read what staff know of incidents.</summary>
    internal IResult? RefuseReading(HttpRequest request) => staff.Refuse(request, StaffRole.OnCall, StaffRole.Approver, StaffRole.Agent);

    /// <summary>Null when the caller may announce.</summary>
    internal IResult? Refuse(HttpRequest request) => staff.Refuse(request, StaffRole.OnCall);

    /// <summary>Who asks, and for what; or the answer to give.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The JSON of its body.</param>
    /// <param name="needsKey">Whether an <c>Idempotency-Key</c> must come with it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<(T? Asked, IncidentAct? Act, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        bool needsKey,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (Refuse(request) is { } refusal)
        {
            return (null, null, refusal);
        }

        var key = request.Headers["Idempotency-Key"].ToString();
        if (needsKey && key.Length is 0 or > MaxKeyLength)
        {
            return (
                null,
                null,
                Problems.Of(
                    StatusCodes.Status400BadRequest,
                    "idempotency-key-missing",
                    $"Send an Idempotency-Key of 1 to {MaxKeyLength} characters: the same request sent again is then done once."
                )
            );
        }

        if (!TryReadSeen(request, out var seen))
        {
            return (null, null, Problems.Of(StatusCodes.Status400BadRequest, "if-match-invalid", "If-Match is the ETag of the incident."));
        }

        var (asked, problem) = await RequestBody.ReadAsync(request, type, Expected(type), cancellationToken);
        if (problem is not null)
        {
            return (null, null, problem);
        }

        var by = staff.NameOf(request);
        var act = new IncidentAct(
            by,
            clock.GetUtcNow(),
            StableHash.Of("incident-request", by, request.Method, request.Path.Value, key),
            StableHash.Of(JsonSerializer.Serialize(asked!, type)),
            seen
        );
        return (asked, act, null);
    }

    private static bool TryReadSeen(HttpRequest request, out int? seen)
    {
        seen = null;
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0 || header == "*")
        {
            return true;
        }

        // A proxy that compresses an answer makes its ETag weak.
        var tag = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        var isVersion = int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        seen = isVersion ? version : null;
        return isVersion;
    }

    private static string Expected<T>(JsonTypeInfo<T> type) =>
        $"The body is a JSON object with, as far as needed: {string.Join(", ", type.Properties.Select(property => property.Name))}.";
}
