using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>
/// Joins one case into another and takes it out again. Nothing is copied: the case that stays names the other, and the other points to it, so that undoing
/// is exact. The one that stays is written first; a request that is repeated after a crash completes what is missing.
/// </summary>
public sealed class CaseMerging(CaseDesk desk, CaseFinder finder, CaseWork work)
{
    /// <summary>More conversations in one are no help to anybody, and a case's row has its limit.</summary>
    private const int MaxMerged = 20;

    /// <summary>Handles <c>merge</c>.</summary>
    internal async Task<IResult> MergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.MergeRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            await finder.FindAsync(id, cancellationToken) is not { } from
            || await work.ReadAsync(from, cancellationToken) is not { } source
            || await finder.FindAsync(asked!.Into ?? "", cancellationToken) is not { } into
        )
        {
            return CaseDesk.NoCase();
        }

        if (Refuse(source, into) is { } refusal)
        {
            return refusal;
        }

        var joined = await work.ChangeAsync(into, history => Receive(history, source.Case, asked, who!), cancellationToken);
        return joined is CaseWorkResult.Refused { Why: var why } ? Problems.Of(why.Status, why.Reason, why.Detail)
            : joined is CaseWorkResult.NotFound ? CaseDesk.NoCase()
            : await desk.ChangeAsync(request, id, history => Leave(history, into, asked, who!), who!, cancellationToken);
    }

    /// <summary>Handles <c>unmerge</c>.</summary>
    internal async Task<IResult> UnmergeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.WhyRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            await finder.FindAsync(id, cancellationToken) is not { } caseId
            || await work.ReadAsync(caseId, cancellationToken) is not { } source
        )
        {
            return CaseDesk.NoCase();
        }

        if (source.Case.MergedInto is not { } into)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "case-not-merged", "The case is not part of another one.");
        }

        var state = CaseState.Open;
        await work.ChangeAsync(into, history => Release(history, caseId, asked!, who!, out state), cancellationToken);
        return await desk.ChangeAsync(request, id, history => Return(history, state, asked!, who!), who!, cancellationToken);
    }

    private static IResult? Refuse(CaseHistory source, TimeOrderedId into) =>
        source.Case switch
        {
            { Id: var same } when same == into => Problems.Of(
                StatusCodes.Status400BadRequest,
                "into-invalid",
                "A case cannot be joined into itself."
            ),
            { MergedInto: { } other } when other != into => Problems.Of(
                StatusCodes.Status409Conflict,
                "case-merged",
                "The case is part of another one; take it out of there first."
            ),
            { Merged.Count: > 0 } => Problems.Of(
                StatusCodes.Status409Conflict,
                "case-has-merged",
                "Other cases were joined into this one; take them out first, or join the other way round."
            ),
            _ => null,
        };

    private static CaseDecision Receive(CaseHistory history, CaseSnapshot source, MergeRequest asked, AgentAct who)
    {
        var its = history.Case;
        if (its.Merged.Any(part => part.CaseId == source.Id))
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        if (its.MergedInto is not null)
        {
            return AgentAct.Conflict("into-merged", "The case it should go into is itself part of another one.");
        }

        if (its.Merged.Count >= MaxMerged)
        {
            return AgentAct.Conflict("too-many-merged", $"At most {MaxMerged} cases can be joined into one.");
        }

        List<string> added = [.. source.Participants.Except(its.Participants, StringComparer.Ordinal)];
        return who.Change(
            history,
            its with
            {
                Merged = [.. its.Merged, new(source.Id, added, source.State)],
                Participants = [.. its.Participants, .. added],
                WaitingSince = Earlier(its.WaitingSince, source.WaitingSince),
                Urgency = Math.Min(its.Urgency, source.Urgency),
            },
            "merged-in",
            source.Number.ToString(),
            asked.Note
        );
    }

    private static CaseDecision Leave(CaseHistory history, TimeOrderedId into, MergeRequest asked, AgentAct who) =>
        history.Case.MergedInto == into
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
            : who.Change(
                history,
                history.Case with
                {
                    MergedInto = into,
                    State = CaseState.Closed,
                    ClosedAt = who.At,
                    WaitingSince = null,
                    EscalatedTo = null,
                    FollowUps = [],
                },
                "merged-into",
                into.Value,
                asked.Note
            );

    private static CaseDecision Release(CaseHistory history, TimeOrderedId part, WhyRequest asked, AgentAct who, out CaseState state)
    {
        var its = history.Case;
        state = CaseState.Open;
        if (its.Merged.FirstOrDefault(one => one.CaseId == part) is not { } merged)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        state = merged.State;
        return who.Change(
            history,
            its with
            {
                Merged = [.. its.Merged.Where(one => one.CaseId != part)],
                Participants = [.. its.Participants.Except(merged.Participants, StringComparer.Ordinal)],
            },
            "unmerged",
            part.Value,
            asked.Note
        );
    }

    private static CaseDecision Return(CaseHistory history, CaseState state, WhyRequest asked, AgentAct who) =>
        history.Case.MergedInto is null
            ? new CaseDecision.Nothing(ReasonCode.AlreadyRecorded)
            : who.Change(
                history,
                history.Case with
                {
                    MergedInto = null,
                    State = state,
                    WaitingSince = state == CaseState.Open ? history.Case.LastMessageAt : null,
                },
                "taken-out",
                null,
                asked.Note
            );

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other
        : other is null || one < other ? one
        : other;
}
