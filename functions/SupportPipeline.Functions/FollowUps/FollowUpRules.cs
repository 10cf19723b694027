using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>What a follow-up that is due becomes. Pure; every decision not to act has its reason too.</summary>
internal static class FollowUpRules
{
    /// <summary>After so many missed promises in a row the supervisor has been told often enough.</summary>
    private const int MaxEscalations = 3;

    /// <summary>Decides.</summary>
    /// <param name="due">What is due.</param>
    /// <param name="history">The case.</param>
    /// <param name="organisation">Who we are and how we work.</param>
    /// <param name="now">The time.</param>
    public static FollowUpAct Decide(CaseFollowUp due, CaseHistory history, Organisation organisation, DateTimeOffset now) =>
        due.Kind == FollowUpKind.GoalWarning && history.Case.State != CaseState.Held && history.Case.MergedInto is null
            ? GoalRules.Decide(due, history, organisation, now)
            : Decide(due, history.Case, organisation, now);

    /// <summary>Decides what needs no more than the case as it stands.</summary>
    public static FollowUpAct Decide(CaseFollowUp due, CaseSnapshot snapshot, Organisation organisation, DateTimeOffset now) =>
        snapshot.State == CaseState.Held ? FollowUpAct.None(FollowUpReason.CaseIsHeld)
        : snapshot.MergedInto is not null ? FollowUpAct.None(FollowUpReason.CaseIsMerged)
        : OfKind(due, snapshot, organisation, now);

    private static FollowUpAct OfKind(CaseFollowUp due, CaseSnapshot snapshot, Organisation organisation, DateTimeOffset now) =>
        due.Kind switch
        {
            FollowUpKind.PromiseReminder => Waits(snapshot, new("promise-due", PlaybookReason.AnswerPromised)),
            FollowUpKind.ProgressNote => Waits(snapshot, new("progress-due", PlaybookReason.AnswerPromised) { Template = "progress-note" }),
            FollowUpKind.PromiseEscalation => Waits(snapshot, Missed(due, snapshot, organisation, now)),
            FollowUpKind.ConfirmReminder => Solved(snapshot, ClosingRules.Remind(due, snapshot, organisation.Calendar, now)),
            FollowUpKind.ConfirmWarning => Solved(snapshot, ClosingRules.Warn(due, snapshot, organisation.Calendar, now)),
            FollowUpKind.CloseSilently => Solved(snapshot, ClosingRules.Close(due, snapshot, organisation.Calendar, now)),
            FollowUpKind.DidItWork => Asks(snapshot, due, "did-it-work"),
            FollowUpKind.FixCheck => Asks(snapshot, due, "fix-check"),
            FollowUpKind.CheckIn => Asks(snapshot, due, "check-in"),
            FollowUpKind.Reminder or FollowUpKind.SuggestionOutcome or FollowUpKind.WaitingList => new("reminded", due.Reason)
            {
                Attention = "agent",
            },
            _ => FollowUpAct.None(ReasonCode.NothingDue),
        };

    /// <summary>A promise matters as long as the customer waits.</summary>
    private static FollowUpAct Waits(CaseSnapshot snapshot, FollowUpAct act) =>
        snapshot.State is CaseState.Closed ? FollowUpAct.None(ReasonCode.CaseClosed)
        : snapshot.WaitingSince is null ? FollowUpAct.None(ReasonCode.PromiseKept)
        : act with { Attention = act.Attention ?? "agent" };

    private static FollowUpAct Solved(CaseSnapshot snapshot, FollowUpAct act) =>
        snapshot.State == CaseState.Solved
            ? act
            : FollowUpAct.None(snapshot.State == CaseState.Closed ? ReasonCode.CaseClosed : ReasonCode.NotSolvedAnyMore);

    private static FollowUpAct Asks(CaseSnapshot snapshot, CaseFollowUp due, string template) =>
        snapshot.State == CaseState.Closed
            ? FollowUpAct.None(ReasonCode.CaseClosed)
            : new FollowUpAct(KebabCase.NameOf(due.Kind), due.Reason) { Template = template };

    /// <summary>A missed promise: the supervisor looks, the case becomes more urgent, the customer hears a new time, and that is a promise again.</summary>
    private static FollowUpAct Missed(CaseFollowUp due, CaseSnapshot snapshot, Organisation organisation, DateTimeOffset now)
    {
        var before = int.TryParse(due.Note, out var count) ? count : 0;
        var urgency = Math.Max(1, snapshot.Urgency - 1);
        var next = FullHour(organisation.AnswerBy(now, urgency));
        return new("promise-missed", PlaybookReason.AnswerPromised)
        {
            Attention = "supervisor",
            Urgency = urgency,
            Template = before == 0 ? "promise-late" : null,
            AnswerBy = next,
            Next = before + 1 < MaxEscalations ? Promised(due, next, before + 1, now) : [],
        };
    }

    /// <summary>The new time is a promise like the first: reminder before, escalation after.</summary>
    private static CaseFollowUp[] Promised(CaseFollowUp due, DateTimeOffset by, int missed, DateTimeOffset now)
    {
        return
        [
            due with
            {
                Kind = FollowUpKind.PromiseReminder,
                At = CaseSchedule.WarnAt(now, by),
                Note = null,
            },
            due with
            {
                At = by,
                Note = missed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        ];
    }

    /// <summary>Nobody promises 14:03.</summary>
    private static DateTimeOffset FullHour(DateTimeOffset at) =>
        at.UtcTicks % TimeSpan.TicksPerHour is var rest && rest == 0 ? at : at.AddTicks(TimeSpan.TicksPerHour - rest);
}

/// <summary>What is done about a follow-up.</summary>
/// <param name="Happening">What the timeline says; empty when nothing is done.</param>
/// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
internal sealed record FollowUpAct(string Happening, string Reason)
{
    /// <summary>The template of the reply.</summary>
    public string? Template { get; init; }

    /// <summary>What it is about, on the timeline; <see cref="Attention"/> when left out.</summary>
    public string? Evidence { get; init; }

    /// <summary>Who has to look.</summary>
    public string? Attention { get; init; }

    /// <summary>The urgency from now on.</summary>
    public int? Urgency { get; init; }

    /// <summary>The time the reply names.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Whether the case is closed.</summary>
    public bool Closes { get; init; }

    /// <summary>What is not needed any more.</summary>
    public FollowUpKind? Drops { get; init; }

    /// <summary>What is scheduled in its place.</summary>
    public IReadOnlyList<CaseFollowUp> Next { get; init; } = [];

    /// <summary>Nothing, with the reason.</summary>
    public static FollowUpAct None(string reason) => new("", reason);
}
