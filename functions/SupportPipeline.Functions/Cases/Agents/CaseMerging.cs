using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>
/// Joins one case into another and takes it out again. Nothing is copied: the case that stays names the other, and the other points to it, so that undoing
/// is exact. The one that stays is written first; a request that is repeated after a crash completes what is missing.
/// </summary>
public sealed class CaseMerging(CaseDesk desk, CaseFinder finder, CaseWork work)
{
    /// <summary>Handles <c>merge</c>.</summary>
    internal async Task<IResult> MergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.MergeRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (await FindAsync(id, cancellationToken) is not { } source)
        {
            return CaseDesk.NoCase();
        }

        if (await finder.FindAsync(asked!.Into ?? "", cancellationToken) is not { } into)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "into-not-found", "into is the id or the number of the case that stays.");
        }

        if (source.Case.Id == into)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "into-invalid", "A case cannot be joined into itself.");
        }

        return source.Case.MergedInto is null && CaseDesk.Guard(source, who!) is { } guarded
            ? await desk.ChangeAsync(request, source.Case.Id, _ => guarded, who!, cancellationToken)
            : await JoinAsync(request, source.Case, into, asked, who!, cancellationToken);
    }

    /// <summary>Handles <c>unmerge</c>.</summary>
    internal async Task<IResult> UnmergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.WhyRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (await FindAsync(id, cancellationToken) is not { } source)
        {
            return CaseDesk.NoCase();
        }

        if (CaseDesk.Guard(source, who!) is { } guarded)
        {
            return await desk.ChangeAsync(request, source.Case.Id, _ => guarded, who!, cancellationToken);
        }

        if (source.Case.MergedInto is not { } into)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "case-not-merged", "The case is not part of another one.");
        }

        if (TextTooLong(asked!.Note) is { } tooLong)
        {
            return tooLong;
        }

        await ReleaseAsync(into, source.Case, asked.Note, who!, cancellationToken);
        return await desk.ChangeAsync(
            request,
            source.Case.Id,
            history => MergeDecisions.Return(history, asked.Note, who!),
            who! with
            {
                SeenVersion = null,
            },
            cancellationToken
        );
    }

    private async Task<IResult> JoinAsync(
        HttpRequest request,
        CaseSnapshot source,
        TimeOrderedId into,
        MergeRequest asked,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        var joined = await work.ChangeAsync(
            into,
            history => LeaveObstacle(source, into) ?? MergeDecisions.Receive(history, source, asked.Note, who),
            cancellationToken
        );
        if (joined is CaseWorkResult.Refused or CaseWorkResult.NotFound)
        {
            return await desk.AnswerAsync(request, into, joined, cancellationToken);
        }

        var left = await work.ChangeAsync(source.Id, history => MergeDecisions.Leave(history, into, asked.Note, who), cancellationToken);
        if (left is CaseWorkResult.Refused)
        {
            // Somebody joined the two the other way round, or this one elsewhere, in the same moment.
            await ReleaseAsync(into, source, asked.Note, who, cancellationToken);
        }

        return await desk.AnswerAsync(request, source.Id, left, cancellationToken);
    }

    /// <summary>What would stop the other half, looked at before the first is written.</summary>
    private static CaseDecision? LeaveObstacle(CaseSnapshot source, TimeOrderedId into) =>
        source switch
        {
            { MergedInto: { } elsewhere } when elsewhere != into => AgentAct.Conflict(
                "case-merged",
                $"The case is part of case {elsewhere}. Take it out first."
            ),
            { Merged.Count: > 0 } => AgentAct.Conflict(
                "case-has-merged",
                "Other cases were joined into this one; take them out first, or join the other way round."
            ),
            _ => null,
        };

    private async Task ReleaseAsync(
        TimeOrderedId into,
        CaseSnapshot source,
        string? note,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        var remaining = new List<CaseSnapshot>();
        if (await work.ReadAsync(into, cancellationToken) is { } target)
        {
            var others = await work.ReadMergedAsync(target.Case, cancellationToken);
            remaining.AddRange(others.Select(one => one.Case).Where(one => one.Id != source.Id));
        }

        await work.ChangeAsync(into, history => MergeDecisions.Release(history, source, remaining, note, who), cancellationToken);
    }

    private async Task<CaseHistory?> FindAsync(string id, CancellationToken cancellationToken) =>
        await finder.FindAsync(id, cancellationToken) is { } caseId ? await work.ReadAsync(caseId, cancellationToken) : null;

    private static IResult? TextTooLong(string? note) =>
        note is { Length: > AgentAct.MaxTextLength } && AgentAct.TextTooLong is CaseDecision.Refuse why
            ? Problems.Of(why.Status, why.Reason, why.Detail)
            : null;
}
