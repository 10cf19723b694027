using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases;

/// <summary>What is scheduled for a case, and what an event makes of it. Pure.</summary>
internal static class CaseSchedule
{
    /// <summary>More is never needed; a case that could grow without end would outgrow its row.</summary>
    public const int MaxFollowUps = 30;

    /// <summary>Not on the heels of the last mail.</summary>
    private static readonly TimeSpan SurveyDelay = TimeSpan.FromHours(24);

    /// <summary>A promise ends when somebody answers, and so does the watch over the goals.</summary>
    private static readonly FollowUpKind[] Promises =
    [
        FollowUpKind.PromiseReminder,
        FollowUpKind.PromiseEscalation,
        FollowUpKind.ProgressNote,
        FollowUpKind.GoalWarning,
    ];

    /// <summary>Questions to a customer end when the customer writes.</summary>
    private static readonly FollowUpKind[] Questions =
    [
        FollowUpKind.ConfirmReminder,
        FollowUpKind.ConfirmWarning,
        FollowUpKind.CloseSilently,
        FollowUpKind.DidItWork,
        FollowUpKind.FixCheck,
        FollowUpKind.CheckIn,
        FollowUpKind.Survey,
    ];

    /// <summary>What remains open when a case is closed: the survey and what the customer waits for.</summary>
    private static readonly FollowUpKind[] AfterClosing = [FollowUpKind.Survey, FollowUpKind.WaitingList, FollowUpKind.SuggestionOutcome];

    /// <summary>Adds one; a promise is kept by its earliest time, everything else by its latest word.</summary>
    public static CaseSnapshot With(CaseSnapshot snapshot, CaseFollowUp followUp)
    {
        var same = snapshot.FollowUps.FirstOrDefault(other => other.Kind == followUp.Kind);
        if (same is not null && Promises.Contains(followUp.Kind) && same.At <= followUp.At)
        {
            return snapshot;
        }

        return Ordered(snapshot, snapshot.FollowUps.Where(other => other.Kind != followUp.Kind).Append(followUp));
    }

    /// <summary>Whether it asks the customer something, or warns of what follows when no answer comes.</summary>
    public static bool IsQuestion(CaseFollowUp followUp) => Questions.Contains(followUp.Kind);

    /// <summary>Whether it sees to it that a promise or a service goal is kept.</summary>
    public static bool IsPromise(CaseFollowUp followUp) => Promises.Contains(followUp.Kind);

    /// <summary>Takes the kinds away.</summary>
    public static CaseSnapshot Without(CaseSnapshot snapshot, params ReadOnlySpan<FollowUpKind> kinds)
    {
        var kept = new List<CaseFollowUp>(snapshot.FollowUps.Count);
        foreach (var followUp in snapshot.FollowUps)
        {
            if (!kinds.Contains(followUp.Kind))
            {
                kept.Add(followUp);
            }
        }

        return kept.Count == snapshot.FollowUps.Count ? snapshot : snapshot with { FollowUps = kept };
    }

    /// <summary>What a message of the customer changes: questions have their answer, and the plan's follow-ups are added.</summary>
    public static CaseSnapshot AfterMessage(
        CaseSnapshot snapshot,
        Plan plan,
        TimeOrderedId messageId,
        bool isAutomatic,
        Organisation organisation
    )
    {
        if (isAutomatic)
        {
            return snapshot;
        }

        var changed = Without(snapshot, Questions);
        foreach (var step in plan.Steps.Where(step => step is { Kind: StepKind.FollowUp, Result: "scheduled", At: not null }))
        {
            var kind = KebabCase.ValueOf<FollowUpKind>(step.What);

            // Flags end by their own date, and updates follow the incident: neither has to be woken up.
            if (kind is not (FollowUpKind.FlagExpiry or FollowUpKind.IncidentUpdates))
            {
                changed = With(changed, new(kind, step.At!.Value, messageId.Value, step.Reason));
            }
        }

        return changed.State == CaseState.Closed ? AtClosing(changed) : WatchGoals(changed, plan.AnswerBy, messageId, organisation);
    }

    /// <summary>
    /// Who waits without a promise is not forgotten: somebody is woken up before a goal would be breached. The solution's time is taken as if it had run
    /// without a pause since the case was opened; whoever is woken up computes the rest from the timeline.
    /// </summary>
    private static CaseSnapshot WatchGoals(
        CaseSnapshot snapshot,
        DateTimeOffset answerBy,
        TimeOrderedId messageId,
        Organisation organisation
    )
    {
        if (snapshot is not { State: CaseState.Open, WaitingSince: not null })
        {
            return snapshot;
        }

        var opened = snapshot.Id.CreatedAt;
        var goal = organisation.GoalFor(snapshot.Urgency);
        var solved = WarnAt(opened, organisation.After(opened, goal.TimeToSolve(), goal));
        var promised = snapshot.FollowUps.FirstOrDefault(followUp => followUp.Kind == FollowUpKind.PromiseReminder)?.At;
        var answered = promised ?? WarnAt(messageId.CreatedAt, answerBy);
        var first = solved < answered ? solved : answered;
        return first == promised
            ? snapshot
            : With(
                snapshot,
                new(
                    FollowUpKind.GoalWarning,
                    first < messageId.CreatedAt ? messageId.CreatedAt : first,
                    messageId.Value,
                    PlaybookReason.ServiceGoal
                )
            );
    }

    /// <summary>When somebody is told of what is to be done by a time: a quarter of the time before, at most two hours.</summary>
    public static DateTimeOffset WarnAt(DateTimeOffset from, DateTimeOffset by) =>
        by - TimeSpan.FromTicks(Math.Min((by - from).Ticks / 4, TimeSpan.TicksPerHour * 2));

    /// <summary>What a reply that a person sends off changes: promises are kept, and what belongs to its scenario is scheduled.</summary>
    public static CaseSnapshot AfterReply(CaseSnapshot snapshot, Reply reply, Organisation organisation, DateTimeOffset now)
    {
        var changed = Without(snapshot, Promises);
        foreach (var (kind, after) in ScenarioTable.FindRowOfTemplate(reply.Scenario)?.Schedule ?? [])
        {
            if (after > TimeSpan.Zero && IsScheduledBy(kind, reply.Scenario))
            {
                changed = With(
                    changed,
                    new(kind, organisation.Calendar.Add(now + after, TimeSpan.Zero), reply.Id, PlaybookReason.PlaybookSchedule)
                );
            }
        }

        return reply.PromisedBy is { } by ? Promise(changed, by, reply.Id, now) : changed;
    }

    /// <summary>A promise to a customer: the agent is reminded before it is due, the supervisor hears when it has passed.</summary>
    public static CaseSnapshot Promise(CaseSnapshot snapshot, DateTimeOffset by, string cause, DateTimeOffset now)
    {
        var reminded = With(snapshot, new(FollowUpKind.PromiseReminder, WarnAt(now, by), cause, PlaybookReason.AnswerPromised));
        return With(reminded, new(FollowUpKind.PromiseEscalation, by, cause, PlaybookReason.AnswerPromised));
    }

    /// <summary>The customer's own word closed the case: a day later, at a decent hour, the customer may be asked how we did.</summary>
    public static CaseSnapshot SurveyLater(CaseSnapshot snapshot, string cause, DateTimeOffset at, Organisation organisation) =>
        With(
            snapshot,
            new(FollowUpKind.Survey, DecentHour.From(at + SurveyDelay, organisation.Calendar.TimeZone), cause, PlaybookReason.SaysSolved)
        );

    /// <summary>What closing leaves of the schedule.</summary>
    public static CaseSnapshot AtClosing(CaseSnapshot snapshot) =>
        snapshot with
        {
            FollowUps = [.. snapshot.FollowUps.Where(followUp => AfterClosing.Contains(followUp.Kind))],
        };

    /// <summary>The reminder that asks again must not schedule itself anew.</summary>
    private static bool IsScheduledBy(FollowUpKind kind, string template) =>
        kind switch
        {
            FollowUpKind.ConfirmReminder or FollowUpKind.ConfirmWarning or FollowUpKind.CloseSilently => template == "confirm-solved",
            FollowUpKind.DidItWork => template != "did-it-work",
            FollowUpKind.FixCheck => template != "fix-check",
            FollowUpKind.CheckIn => template != "check-in",
            _ => true,
        };

    private static CaseSnapshot Ordered(CaseSnapshot snapshot, IEnumerable<CaseFollowUp> followUps) =>
        snapshot with
        {
            FollowUps = [.. followUps.OrderBy(followUp => followUp.At).ThenBy(followUp => followUp.Kind).Take(MaxFollowUps)],
        };
}
