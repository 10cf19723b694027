using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>What joining two cases and taking them apart again changes in each of them. Pure.</summary>
internal static class MergeDecisions
{
    /// <summary>More conversations in one are no help to anybody, and a case's row has its limit.</summary>
    public const int MaxMerged = 10;

    /// <summary>The case that stays takes the other in: whoever waits there waits here, and what was promised there is kept here.</summary>
    public static CaseDecision Receive(CaseHistory history, CaseSnapshot source, string? note, AgentAct who)
    {
        var its = history.Case;
        if (its.Merged.Any(part => part.CaseId == source.Id))
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var given = source.SetAside ?? new(CaseStanding.Of(source), source.ClosedAt, source.FollowUps);
        if (Obstacle(its, given.Standing) is { } obstacle)
        {
            return obstacle;
        }

        var opensAgain = given.Standing.State == CaseState.Open && its.State == CaseState.Solved;
        var (followUps, dropped) = Joined(its.FollowUps, Moving(given.FollowUps), opensAgain);
        List<string> added = [.. source.Participants.Except(its.Participants, StringComparer.Ordinal)];
        var after = its with
        {
            Participants = [.. its.Participants, .. added],
            State = opensAgain ? CaseState.Open : its.State,
            WaitingSince = Earlier(its.WaitingSince, given.Standing.WaitingSince),
            Urgency = Math.Min(its.Urgency, given.Standing.Urgency),
            EscalatedTo = its.EscalatedTo ?? given.Standing.EscalatedTo,
            FollowUps = followUps,
        };
        var part = new MergedCase(source.Id, added, CaseStanding.Of(its), CaseStanding.Of(after), dropped);
        return who.Change(history, after with { Merged = [.. its.Merged, part] }, "merged-in", source.Number.ToString(), note);
    }

    /// <summary>The other case points to the one that stays and puts aside what it was about to do.</summary>
    public static CaseDecision Leave(CaseHistory history, TimeOrderedId into, string? note, AgentAct who)
    {
        var its = history.Case;
        if (its.MergedInto == into)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        if (CaseDesk.Elsewhere(history) is { } elsewhere)
        {
            return elsewhere;
        }

        if (its.Merged.Count > 0)
        {
            return AgentAct.Conflict(
                "case-has-merged",
                "Other cases were joined into this one; take them out first, or join the other way round."
            );
        }

        var left = its with
        {
            MergedInto = into,
            SetAside = new(CaseStanding.Of(its), its.ClosedAt, its.FollowUps),
            State = CaseState.Closed,
            ClosedAt = who.At,
            WaitingSince = null,
            EscalatedTo = null,
            FollowUps = [],
        };
        return who.Change(history, left, "merged-into", into.Value, note);
    }

    /// <summary>The case that stayed gives the other back: what joining changed and nobody has changed since is as it was.</summary>
    /// <param name="history">The case that stayed.</param>
    /// <param name="source">The case that is taken out.</param>
    /// <param name="remaining">The other cases that are part of it.</param>
    /// <param name="note">Why.</param>
    /// <param name="who">Who does it.</param>
    public static CaseDecision Release(
        CaseHistory history,
        CaseSnapshot source,
        IReadOnlyList<CaseSnapshot> remaining,
        string? note,
        AgentAct who
    )
    {
        var its = history.Case;
        var at = its.Merged.ToList().FindIndex(one => one.CaseId == source.Id);
        if (at < 0)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var part = its.Merged[at];
        var rest = its.Merged.Where(one => one != part).ToList();
        List<string> leaving = [.. part.Participants];
        foreach (var other in remaining)
        {
            Keep(leaving, rest, other);
        }

        var moved = Moving(source.SetAside?.FollowUps ?? []).ToHashSet();
        var after = its with
        {
            Participants = [.. its.Participants.Except(leaving, StringComparer.Ordinal)],
            FollowUps = [.. its.FollowUps.Where(followUp => !moved.Contains(followUp))],
        };
        if (at < rest.Count)
        {
            // Joined earlier than another one: what it changed is undone when that one goes.
            rest[at] = rest[at] with
            {
                Before = Undone(rest[at].Before, part),
                Dropped = [.. part.Dropped, .. rest[at].Dropped],
            };
        }
        else
        {
            var standing = Undone(CaseStanding.Of(its), part);
            after = after with
            {
                State = standing.State,
                Urgency = standing.Urgency,
                WaitingSince = standing.WaitingSince,
                EscalatedTo = standing.EscalatedTo,
                FollowUps = Ordered(after.FollowUps.Concat(part.Dropped.Where(followUp => IsStillWanted(followUp, standing, who.At)))),
            };
        }

        return who.Change(history, after with { Merged = rest }, "unmerged", source.Number.ToString(), note);
    }

    /// <summary>The other case stands as it stood; what became due in the meantime was seen to where it was.</summary>
    public static CaseDecision Return(CaseHistory history, string? note, AgentAct who)
    {
        if (history.Case is not { MergedInto: not null, SetAside: { } aside } its)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        var returned = its with
        {
            MergedInto = null,
            SetAside = null,
            State = aside.Standing.State,
            Urgency = aside.Standing.Urgency,
            WaitingSince = aside.Standing.WaitingSince,
            EscalatedTo = aside.Standing.EscalatedTo,
            ClosedAt = aside.ClosedAt,
            FollowUps = [.. aside.FollowUps.Where(followUp => followUp.At > who.At)],
        };
        return who.Change(history, returned, "taken-out", its.MergedInto.Value.Value, note);
    }

    private static CaseDecision? Obstacle(CaseSnapshot into, CaseStanding source) =>
        into switch
        {
            { MergedInto: not null } => AgentAct.Conflict("into-merged", "The case it should go into is itself part of another one."),
            { Merged.Count: >= MaxMerged } => AgentAct.Conflict("too-many-merged", $"At most {MaxMerged} cases can be joined into one."),
            { State: CaseState.Held } => AgentAct.Conflict("into-held", "The case it should go into is held; release it first."),
            { State: CaseState.Closed } when source.State != CaseState.Closed => AgentAct.Conflict(
                "into-closed",
                "The case it should go into is closed; reopen it first, or join the other way round."
            ),
            _ => null,
        };

    /// <summary>Promises and waiting lists move along; questions to the customer stay behind, because they are about the other case.</summary>
    private static IEnumerable<CaseFollowUp> Moving(IEnumerable<CaseFollowUp> followUps) =>
        followUps.Where(followUp => !CaseSchedule.IsQuestion(followUp));

    /// <summary>Of two promises of a kind the earlier one counts; questions end when the case opens again.</summary>
    private static (IReadOnlyList<CaseFollowUp> All, IReadOnlyList<CaseFollowUp> Dropped) Joined(
        IReadOnlyList<CaseFollowUp> own,
        IEnumerable<CaseFollowUp> moving,
        bool opensAgain
    )
    {
        List<CaseFollowUp> dropped = opensAgain ? [.. own.Where(CaseSchedule.IsQuestion)] : [];
        List<CaseFollowUp> all = [.. own.Except(dropped)];
        foreach (var followUp in moving)
        {
            var same = CaseSchedule.IsPromise(followUp) ? all.Find(other => other.Kind == followUp.Kind) : null;
            if (same is not null && same.At <= followUp.At)
            {
                continue;
            }

            if (same is not null)
            {
                all.Remove(same);
                dropped.Add(same);
            }

            all.Add(followUp);
        }

        return (Ordered(all), dropped);
    }

    private static bool IsStillWanted(CaseFollowUp followUp, CaseStanding standing, DateTimeOffset now) =>
        followUp.At > now && (CaseSchedule.IsPromise(followUp) ? standing.WaitingSince is not null : standing.State == CaseState.Solved);

    /// <summary>A participant whom another joined case has too stays, and leaves with that one.</summary>
    private static void Keep(List<string> leaving, List<MergedCase> rest, CaseSnapshot other)
    {
        var at = rest.FindIndex(one => one.CaseId == other.Id);
        List<string> shared = [.. leaving.Intersect(other.Participants, StringComparer.Ordinal)];
        if (at >= 0 && shared.Count > 0)
        {
            rest[at] = rest[at] with { Participants = [.. rest[at].Participants, .. shared] };
            leaving.RemoveAll(shared.Contains);
        }
    }

    private static CaseStanding Undone(CaseStanding now, MergedCase part) =>
        new(
            now.State == part.After.State ? part.Before.State : now.State,
            now.Urgency == part.After.Urgency ? part.Before.Urgency : now.Urgency,
            now.WaitingSince == part.After.WaitingSince ? part.Before.WaitingSince : now.WaitingSince,
            now.EscalatedTo == part.After.EscalatedTo ? part.Before.EscalatedTo : now.EscalatedTo
        );

    private static List<CaseFollowUp> Ordered(IEnumerable<CaseFollowUp> followUps) =>
        [.. followUps.Distinct().OrderBy(followUp => followUp.At).ThenBy(followUp => followUp.Kind).Take(CaseSchedule.MaxFollowUps)];

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other
        : other is null || one < other ? one
        : other;
}
