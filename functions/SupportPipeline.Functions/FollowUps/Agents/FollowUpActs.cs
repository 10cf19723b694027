using SupportPipeline.Cases;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>What agents do to the schedule of a case. Pure.</summary>
internal static class FollowUpActs
{
    /// <summary>Further ahead nothing is scheduled: nobody remembers why.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(365);

    private const double MaxHours = 1_000;

    /// <summary>What agents may schedule, by its name.</summary>
    private static readonly Dictionary<string, FollowUpKind[]> Kinds = new(StringComparer.Ordinal)
    {
        ["promise"] = [FollowUpKind.PromiseReminder, FollowUpKind.PromiseEscalation],
        ["check-in"] = [FollowUpKind.CheckIn],
        ["progress-note"] = [FollowUpKind.ProgressNote],
        ["did-it-work"] = [FollowUpKind.DidItWork],
        ["reminder"] = [FollowUpKind.Reminder],
    };

    private static string Names => string.Join(", ", Kinds.Keys);

    /// <summary>Schedules; what is scheduled again for the same kind takes its place.</summary>
    public static CaseDecision Schedule(CaseHistory history, NewFollowUpRequest asked, AgentAct act, Organisation organisation)
    {
        if (!Kinds.TryGetValue(asked.Kind ?? "", out var kinds))
        {
            return AgentAct.Invalid("kind-invalid", $"kind is one of {Names}.");
        }

        if (TimeOf(asked, act, organisation) is not { } at)
        {
            return AgentAct.Invalid(
                "time-invalid",
                $"Give either 'at', a time in the future, or 'withinWorkingHours', up to {MaxHours}; nothing is scheduled more than a year ahead."
            );
        }

        if (history.Case.State is CaseState.Closed or CaseState.Held || history.Case.MergedInto is not null)
        {
            return AgentAct.Conflict("case-not-open", "The case is not open.");
        }

        var before = CaseSchedule.Without(history.Case, kinds);
        var after =
            asked.Kind == "promise"
                ? CaseSchedule.Promise(before, at, act.Key, act.At)
                : CaseSchedule.With(before, new(kinds[0], at, act.Key, ReasonCode.ByAgent, asked.Note));
        return act.Change(history, after, "follow-up-scheduled", $"{asked.Kind} {at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", asked.Note);
    }

    /// <summary>Cancels; what is not scheduled any more needs nothing.</summary>
    public static CaseDecision Cancel(CaseHistory history, string kind, CancelRequest asked, AgentAct act)
    {
        var kinds =
            Kinds.TryGetValue(kind, out var named) ? named
            : KebabCase.TryValueOf<FollowUpKind>(kind, out var single) ? [single]
            : [];
        if (kinds.Length == 0)
        {
            return AgentAct.Invalid("kind-invalid", $"kind is one of {Names}, or as the case's list of follow-ups says.");
        }

        return history.Case.FollowUps.Any(followUp => kinds.Contains(followUp.Kind))
            ? act.Change(history, CaseSchedule.Without(history.Case, kinds), "follow-up-cancelled", kind, asked.Note)
            : new CaseDecision.Nothing(ReasonCode.NothingDue);
    }

    private static DateTimeOffset? TimeOf(NewFollowUpRequest asked, AgentAct act, Organisation organisation)
    {
        var at = asked switch
        {
            { At: { } given, WithinWorkingHours: null } => given.ToUniversalTime(),
            { At: null, WithinWorkingHours: > 0 and <= MaxHours } => organisation.Calendar.Add(
                act.At,
                TimeSpan.FromHours(asked.WithinWorkingHours.Value)
            ),
            _ => default(DateTimeOffset?),
        };
        return at > act.At && at <= act.At + MaxAhead ? at : null;
    }
}
