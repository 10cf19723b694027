using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps;

/// <summary>Decides what a due follow-up changes in its case. Pure but for the compiled templates.</summary>
public sealed class FollowUpDecision(CaseReplies replies, Organisation organisation)
{
    /// <summary>Decides; a follow-up that the case no longer has was done, cancelled or moved.</summary>
    internal CaseDecision Decide(CaseHistory history, CaseFollowUp wanted, DateTimeOffset now)
    {
        var before = history.Case;
        var due = before.FollowUps.FirstOrDefault(followUp => followUp.Kind == wanted.Kind && followUp.Cause == wanted.Cause);
        if (due is null || due.At > now)
        {
            return new CaseDecision.Nothing(ReasonCode.NothingDue);
        }

        var act = FollowUpRules.Decide(due, before, organisation, now);
        var after = before with { FollowUps = [.. before.FollowUps.Where(followUp => followUp != due)] };
        if (act.Happening.Length == 0)
        {
            return new CaseDecision.Apply(
                CaseChange.Of(history.Stored, after) with
                {
                    Events = [Happening(due, "follow-up-skipped", act.Reason, now, KebabCase.NameOf(due.Kind))],
                }
            );
        }

        after = act.Next.Aggregate(after, CaseSchedule.With) with
        {
            Urgency = act.Urgency ?? before.Urgency,
            EscalatedTo = act.Attention ?? before.EscalatedTo,
        };
        if (act.Closes)
        {
            after = CaseSchedule.AtClosing(after) with { State = CaseState.Closed, ClosedAt = now, WaitingSince = null };
        }

        var reply = act.Template is { } template
            ? replies.Write(history, template, $"{due.Kind}-{due.Cause}-{due.At.UtcTicks}".ToLowerInvariant(), act.AnswerBy, now)
            : null;
        return new CaseDecision.Apply(
            CaseChange.Of(history.Stored, after) with
            {
                Events = [Happening(due, act.Happening, act.Reason, now, act.Attention)],
                Replies = reply is null ? [] : [reply],
            }
        );
    }

    private static TimelineEvent Happening(CaseFollowUp due, string kind, string reason, DateTimeOffset now, string? evidence) =>
        new($"follow-up:{due.Kind}:{due.Cause}:{due.At.UtcTicks}", now, kind, reason, evidence);
}
