using Microsoft.AspNetCore.Http;
using SupportPipeline.FollowUps.Waiting;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases.Agents;

/// <summary>Takes an agent's word about a case to it, and a case that waits for something to the list of those who do.</summary>
public sealed class CaseMarking(CaseDesk desk, MarkActs acts, CaseFinder finder, WaitingLists waiting)
{
    /// <summary>Handles <c>mark</c>. Should the process die before the list is written, the same request again completes it.</summary>
    internal async Task<IResult> MarkAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.MarkRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (await finder.FindAsync(id, cancellationToken) is not { } caseId)
        {
            return CaseDesk.NoCase();
        }

        var result = await desk.ChangeAsync(
            request,
            caseId,
            history => CaseDesk.Elsewhere(history) ?? acts.Mark(history, asked!, who!),
            who!,
            cancellationToken
        );
        if (
            result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            && asked!.Mark == KebabCase.NameOf(AgentMark.NotPossible)
            && asked.Item is { } item
        )
        {
            await waiting.JoinAsync(item, caseId, CancellationToken.None);
        }

        return result;
    }
}
