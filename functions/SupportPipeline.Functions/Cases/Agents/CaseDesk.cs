using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>
/// Takes an agent's request to a case: role, body, collision guard, the act, the answer. <c>If-Match</c> carries the <c>ETag</c> of the case as the agent
/// saw it; when the case has changed since, the answer is 409 with what changed. <c>Idempotency-Key</c> makes a request that is sent again the same act:
/// it changes nothing the second time, whatever has happened since.
/// </summary>
public sealed class CaseDesk(CaseWork work, CaseFinder finder, CaseReading reading, AgentRequestReader requests)
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
        if (problem is not null)
        {
            return problem;
        }

        return await ChangeAsync(request, id, history => act(history, asked!, who!), who!, cancellationToken);
    }

    /// <summary>Changes the case with an id or a number; one that was joined into another is not worked on.</summary>
    internal async Task<IResult> ChangeAsync(
        HttpRequest request,
        string id,
        Func<CaseHistory, CaseDecision> decide,
        AgentAct who,
        CancellationToken cancellationToken
    ) =>
        await finder.FindAsync(id, cancellationToken) is { } caseId
            ? await ChangeAsync(request, caseId, history => Elsewhere(history) ?? decide(history), who, cancellationToken)
            : NoCase();

    /// <summary>Who asks, and for what; or the answer to give.</summary>
    internal Task<(T? Asked, AgentAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class => requests.ReadAsync(request, type, cancellationToken);

    /// <summary>Changes a case and answers with it as it stands then.</summary>
    internal async Task<IResult> ChangeAsync(
        HttpRequest request,
        TimeOrderedId caseId,
        Func<CaseHistory, CaseDecision> decide,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await work.ChangeAsync(caseId, history => Guard(history, who) ?? decide(history), cancellationToken);
            return await AnswerAsync(request, caseId, result, cancellationToken);
        }
        catch (CaseBusyException)
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable,
                "case-busy",
                "Too many change this case just now. Please send it again."
            );
        }
    }

    /// <summary>Answers for work that was done.</summary>
    internal async Task<IResult> AnswerAsync(
        HttpRequest request,
        TimeOrderedId caseId,
        CaseWorkResult result,
        CancellationToken cancellationToken
    )
    {
        switch (result)
        {
            case CaseWorkResult.Refused { Why: var why, History: var history }:
                request.HttpContext.Response.Headers.ETag = ETag(history.Case.Version);
                return Problems.Of(why.Status, why.Reason, why.Detail, why.More);
            case CaseWorkResult.Changed or CaseWorkResult.Unchanged:
                return await work.ReadAsync(caseId, cancellationToken) is { } now
                    ? Answer(request, await reading.DocumentAsync(now, cancellationToken))
                    : NoCase();
            default:
                return NoCase();
        }
    }

    /// <summary>What comes before every act: one that was done already is not done again, and one that rests on an older version is refused.</summary>
    internal static CaseDecision? Guard(CaseHistory history, AgentAct who) =>
        history.Events.Any(happening => happening.By == who.By && happening.Key.EndsWith(":" + who.Key, StringComparison.Ordinal))
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
        : who.SeenVersion is { } seen && seen != history.Case.Version ? Stale(history, seen)
        : null;

    /// <summary>Whoever works on a case that was joined into another is sent there.</summary>
    internal static CaseDecision? Elsewhere(CaseHistory history) =>
        history.Case.MergedInto is { } into
            ? new CaseDecision.Refuse(
                StatusCodes.Status409Conflict,
                "case-merged",
                $"The case is part of case {into}. Work there, or take it out first."
            )
            {
                More = new Dictionary<string, object?>(StringComparer.Ordinal) { ["mergedInto"] = into.Value },
            }
            : null;

    /// <summary>The case, with its version as <c>ETag</c>.</summary>
    internal static IResult Answer(HttpRequest request, CaseDocument document)
    {
        request.HttpContext.Response.Headers.ETag = ETag(document.Version);
        return Results.Ok(document);
    }

    /// <summary>There is no such case.</summary>
    internal static IResult NoCase() =>
        Problems.Of(StatusCodes.Status404NotFound, "case-not-found", "There is no case with this id or number.");

    private static CaseDecision.Refuse Stale(CaseHistory history, int seen) =>
        new(StatusCodes.Status409Conflict, "case-changed", "The case has changed since you read it. Look at what is new and try again.")
        {
            More = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["version"] = history.Case.Version,
                ["changes"] = CaseDocument.ChangesSince(history, seen),
            },
        };

    private static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
