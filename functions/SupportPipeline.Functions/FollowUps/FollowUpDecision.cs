using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.FollowUps;

/// <summary>Decides what a due follow-up changes in its case. Pure but for the compiled templates.</summary>
public sealed class FollowUpDecision(CaseReplies replies, Organisation organisation, IOptions<RepliesOptions> options)
{
    /// <summary>Decides; a follow-up that the case no longer has was done, cancelled or moved.</summary>
    internal CaseDecision Decide(CaseHistory history, CaseFollowUp wanted, DateTimeOffset now)
    {
        var before = history.Case;
        if (Find(before, wanted, now) is not { } due)
        {
            return new CaseDecision.Nothing(ReasonCode.NothingDue);
        }

        var act = FollowUpRules.Decide(due, history, organisation, now);
        var after = before with { FollowUps = [.. before.FollowUps.Where(followUp => followUp != due)] };
        if (act.Happening.Length == 0)
        {
            return new CaseDecision.Apply(
                CaseChange.Of(history.Stored, act.Next.Aggregate(after, CaseSchedule.With)) with
                {
                    Events = [Happening(due, "follow-up-skipped", act.Reason, now, KebabCase.NameOf(due.Kind))],
                }
            );
        }

        act = act.Closes && !IsWarned(history) ? NotClosed : act;
        after = act.Next.Aggregate(act.Drops is { } dropped ? CaseSchedule.Without(after, dropped) : after, CaseSchedule.With);

        after = CaseSchedule.IsPromise(due) && !act.Closes ? GoalRules.Watch(history, after, due.Cause, organisation, now) : after;

        // Written from the case as it will stand: the time of closing may just have moved.
        var planned = history with
        {
            Stored = history.Stored with { Case = after },
        };
        var reply = act.Template is { } template
            ? replies.Write(planned, template, $"{due.Kind}-{due.Cause}-{due.At.UtcTicks}".ToLowerInvariant(), act.AnswerBy, now)
            : null;
        reply =
            !options.Value.AutomaticEnabled && reply is { State: ReplyState.Approved } held
                ? held with
                {
                    State = ReplyState.Drafted,
                    Reason = ReasonCode.AutomaticRepliesOff,
                }
                : reply;

        // Only what went out is a promise; a draft needs somebody to finish it.
        var attention = act.Attention ?? (reply is { State: ReplyState.Drafted } ? "agent" : null);
        after = after with
        {
            Urgency = act.Urgency ?? before.Urgency,
            EscalatedTo = attention == "agent" ? before.EscalatedTo ?? attention : attention ?? before.EscalatedTo,
        };
        if (act.Closes)
        {
            after = CaseSchedule.AtClosing(after) with { State = CaseState.Closed, ClosedAt = now, WaitingSince = null };
        }

        return new CaseDecision.Apply(
            CaseChange.Of(history.Stored, after) with
            {
                Events = [Happening(due, act.Happening, act.Reason, now, act.Evidence ?? act.Attention)],
                Replies = reply is null ? [] : [reply],
            }
        );
    }

    /// <summary>The follow-up as the case has it; null when it was done, cancelled or moved.</summary>
    internal static CaseFollowUp? Find(CaseSnapshot snapshot, CaseFollowUp wanted, DateTimeOffset now) =>
        snapshot.FollowUps.FirstOrDefault(followUp => followUp.Kind == wanted.Kind && followUp.Cause == wanted.Cause && followUp.At <= now);

    /// <summary>What is done when the time to close has come and no warning ever went out, for example because the letter is still a draft.</summary>
    private static FollowUpAct NotClosed { get; } = new("not-closed", FollowUpReason.NotWarnedYet) { Attention = "agent" };

    /// <summary>Whether the customer was told of the closing since the case was solved.</summary>
    private static bool IsWarned(CaseHistory history) =>
        history.Replies.Any(stored =>
            stored.Reply
                is {
                    Scenario: "confirm-warning" or "confirm-reminder",
                    State: not (ReplyState.Drafted or ReplyState.Suppressed or ReplyState.Bounced)
                } told
            && told.CreatedAt >= (history.Case.SolvedAt ?? DateTimeOffset.MinValue)
        );

    private static TimelineEvent Happening(CaseFollowUp due, string kind, string reason, DateTimeOffset now, string? evidence) =>
        new($"follow-up:{due.Kind}:{due.Cause}:{due.At.UtcTicks}", now, kind, reason, evidence);
}
