using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>
/// Reminder, warning, close: in this order and with a day between them, also when all three are due at once because nothing ran for a week. Pure.
/// </summary>
internal static class ClosingRules
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A bit less than a day: what was scheduled a day apart stays as it is.</summary>
    private static readonly TimeSpan NearlyADay = TimeSpan.FromHours(20);

    /// <summary>Reminds; the warning does not follow at once.</summary>
    public static FollowUpAct Remind(CaseFollowUp due, CaseSnapshot snapshot, BusinessCalendar calendar, DateTimeOffset now) =>
        new("confirm-asked", due.Reason)
        {
            Template = "confirm-reminder",
            Next =
            [
                .. Later(snapshot, FollowUpKind.ConfirmWarning, now + NearlyADay, calendar.Add(now + Day, TimeSpan.Zero)),
                .. Later(snapshot, FollowUpKind.CloseSilently, now + Day + NearlyADay, calendar.Add(now + Day + Day, TimeSpan.Zero)),
            ],
        };

    /// <summary>Warns; the case stays open for a day at least, and a reminder after the warning would confuse.</summary>
    public static FollowUpAct Warn(CaseFollowUp due, CaseSnapshot snapshot, BusinessCalendar calendar, DateTimeOffset now) =>
        new("confirm-warned", due.Reason)
        {
            Template = "confirm-warning",
            Drops = FollowUpKind.ConfirmReminder,
            Next = [.. Later(snapshot, FollowUpKind.CloseSilently, now + NearlyADay, calendar.Add(now + Day, TimeSpan.Zero))],
        };

    /// <summary>Closes, when the warning is not still to come.</summary>
    public static FollowUpAct Close(CaseFollowUp due, CaseSnapshot snapshot, BusinessCalendar calendar, DateTimeOffset now) =>
        snapshot.FollowUps.Any(other => other.Kind == FollowUpKind.ConfirmWarning)
            ? new("closing-postponed", FollowUpReason.NotWarnedYet) { Next = [due with { At = calendar.Add(now + Day, TimeSpan.Zero) }] }
            : new("closed", ReasonCode.NoAnswerToConfirmation) { Template = "closed-silent", Closes = true };

    private static IEnumerable<CaseFollowUp> Later(
        CaseSnapshot snapshot,
        FollowUpKind kind,
        DateTimeOffset earliest,
        DateTimeOffset instead
    ) => snapshot.FollowUps.Where(other => other.Kind == kind && other.At < earliest).Select(other => other with { At = instead });
}
