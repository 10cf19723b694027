using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>
/// Takes an agent's request to a case: role, body, collision guard, the act, the answer. <c>If-Match</c> carries the <c>ETag</c> of the case as the agent
/// saw it; when the case has changed since, the answer is 409 with what changed. <c>Idempotency-Key</c> makes a request that is sent again the same act.
/// </summary>
public sealed class CaseDesk(CaseWork work, CaseFinder finder, StaffPrincipal staff, IdSource ids, TimeProvider clock)
{
    /// <summary>Handles one request.</summary>
    internal async Task<IResult> ActAsync<T>(
        HttpRequest request,
        string id,
        JsonTypeInfo<T> type,
        Func<CaseHistory, T, AgentAct, CaseDecision> act,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, who, problem) = await ReadAsync(request, type, cancellationToken);
        return problem ?? await ChangeAsync(request, id, history => act(history, asked!, who!), who!, cancellationToken);
    }

    /// <summary>Who asks, and for what; or the answer to give.</summary>
    internal async Task<(T? Asked, AgentAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return (null, null, refusal);
        }

        if (!TryReadSeen(request, out var seen))
        {
            return (null, null, Problems.Of(StatusCodes.Status400BadRequest, "if-match-invalid", "If-Match is the ETag of the case."));
        }

        var (asked, problem) = await RequestBody.ReadAsync(request, type, Expected(type), cancellationToken);
        return (asked, new AgentAct(staff.NameOf(request), clock.GetUtcNow(), KeyOf(request), seen), problem);
    }

    /// <summary>Changes the case with an id or a number.</summary>
    internal async Task<IResult> ChangeAsync(
        HttpRequest request,
        string id,
        Func<CaseHistory, CaseDecision> decide,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        if (await finder.FindAsync(id, cancellationToken) is not { } caseId)
        {
            return NoCase();
        }

        var result = await work.ChangeAsync(
            caseId,
            history => who.SeenVersion is { } seen && seen != history.Case.Version ? Stale : decide(history),
            cancellationToken
        );
        switch (result)
        {
            case CaseWorkResult.Refused { Why: var why, History: var history } when why == Stale:
                return StaleWrite(request, history, who.SeenVersion!.Value);
            case CaseWorkResult.Refused { Why: var why }:
                return Problems.Of(why.Status, why.Reason, why.Detail);
            case CaseWorkResult.Changed or CaseWorkResult.Unchanged:
                return await work.ReadAsync(caseId, cancellationToken) is { } now ? Answer(request, CaseDocument.Of(now)) : NoCase();
            default:
                return NoCase();
        }
    }

    /// <summary>The case, with its version as <c>ETag</c>.</summary>
    internal static IResult Answer(HttpRequest request, CaseDocument document)
    {
        request.HttpContext.Response.Headers.ETag = ETag(document.Version);
        return Results.Ok(document);
    }

    /// <summary>There is no such case.</summary>
    internal static IResult NoCase() =>
        Problems.Of(StatusCodes.Status404NotFound, "case-not-found", "There is no case with this id or number.");

    private static CaseDecision.Refuse Stale { get; } =
        new(StatusCodes.Status409Conflict, "case-changed", "The case has changed since you read it. Look at what is new and try again.");

    private static IResult StaleWrite(HttpRequest request, CaseHistory history, int seen)
    {
        request.HttpContext.Response.Headers.ETag = ETag(history.Case.Version);
        return Results.Problem(
            detail: Stale.Detail,
            statusCode: Stale.Status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["reason"] = Stale.Reason,
                ["version"] = history.Case.Version,
                ["changes"] = CaseDocument.ChangesSince(history, seen),
            }
        );
    }

    private static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static bool TryReadSeen(HttpRequest request, out int? seen)
    {
        seen = null;
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
        {
            return true;
        }

        var isVersion = int.TryParse(header.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        seen = isVersion ? version : null;
        return isVersion;
    }

    private string KeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? StableHash.Of("request:" + key)[..26] : ids.Next().Value;

    private static string Expected<T>(JsonTypeInfo<T> type) =>
        $"The body is a JSON object with, as far as needed: {string.Join(", ", type.Properties.Select(property => property.Name))}.";
}
