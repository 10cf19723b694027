using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>Reads an agent's request: role, <c>If-Match</c>, <c>Idempotency-Key</c>, body.</summary>
public sealed class AgentRequestReader(StaffPrincipal staff, IdSource ids, TimeProvider clock)
{
    /// <summary>Null when the caller has one of the roles; else the answer to give.</summary>
    internal IResult? Refuse(HttpRequest request, StaffRole[] anyOf) => staff.Refuse(request, anyOf);

    /// <summary>Who asks, and for what; or the answer to give. Agents only.</summary>
    internal Task<(T? Asked, AgentAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class => ReadAsync(request, type, [StaffRole.Agent], cancellationToken);

    /// <summary>Who asks, and for what; or the answer to give, also when the caller has none of the roles.</summary>
    internal async Task<(T? Asked, AgentAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        StaffRole[] anyOf,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, anyOf) is { } refusal)
        {
            return (null, null, refusal);
        }

        if (!TryReadSeen(request, out var seen))
        {
            return (null, null, Problems.Of(StatusCodes.Status400BadRequest, "if-match-invalid", "If-Match is the ETag of what was read."));
        }

        var (asked, problem) = await RequestBody.ReadAsync(request, type, Expected(type), cancellationToken);
        var by = staff.NameOf(request);
        return (asked, new AgentAct(by, clock.GetUtcNow(), KeyOf(request, by), seen), problem);
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

    /// <summary>A key counts for one person and one route, so that nobody meets the acts of others.</summary>
    private string KeyOf(HttpRequest request, string by) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
            ? StableHash.Of("request", by, request.Method, request.Path.Value, key)[..26]
            : ids.Next().Value;

    private static string Expected<T>(JsonTypeInfo<T> type) =>
        $"The body is a JSON object with, as far as needed: {string.Join(", ", type.Properties.Select(property => property.Name))}.";
}
