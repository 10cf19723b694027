using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>Takes a due follow-up to its case or customer.</summary>
public sealed class FollowUpProcessor(
    CaseWork cases,
    FollowUpDecision decision,
    MailsOutsideCases mails,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>Clocks of two servers differ by less.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);

    /// <summary>Processes one; doing it twice does it once.</summary>
    public async Task<Outcome> ProcessAsync(FollowUpDue due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (!Enum.TryParse<FollowUpKind>(due.Kind, out var kind))
        {
            return new Outcome.Rejected(ReasonCode.FollowUpUnreadable);
        }

        var now = clock.GetUtcNow();
        if (due.At > now)
        {
            // It was swept by a server whose clock is ahead of ours; its row has gone, so the message is all that is left of it.
            return new Outcome.Deferred(ShortWait, FollowUpReason.NotDueYet);
        }

        var hasCase = TimeOrderedId.TryParse(due.CaseId, out var caseId);
        var followUp = new FollowUp(due.At, kind, due.Cause, hasCase ? caseId : null, due.CustomerId);
        if (await mails.ProcessAsync(followUp, cancellationToken) is { } outside)
        {
            return outside;
        }

        if (!hasCase)
        {
            return new Outcome.Rejected(ReasonCode.FollowUpUnreadable);
        }

        // One row tells whether the case still waits for it; its history is read only when something is to be done.
        var wanted = new CaseFollowUp(kind, due.At, due.Cause, "");
        if (await cases.LookAsync(caseId, cancellationToken) is not { } snapshot)
        {
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        if (FollowUpDecision.Find(snapshot, wanted, now) is null)
        {
            await cases.RepairListsAsync(snapshot, cancellationToken);
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        return await cases.ChangeAsync(caseId, history => decision.Decide(history, wanted, now), cancellationToken) switch
        {
            CaseWorkResult.Changed => Completed(kind),
            CaseWorkResult.Unchanged unchanged => await SkipAsync(unchanged, cancellationToken),
            _ => new Outcome.Skipped(ReasonCode.NothingDue),
        };
    }

    private Outcome.Completed Completed(FollowUpKind kind)
    {
        if (kind == FollowUpKind.PromiseEscalation)
        {
            metrics.PromiseMissed();
        }

        return new();
    }

    /// <summary>Nothing is to be done, perhaps because a process did it and died before the lists knew.</summary>
    private async Task<Outcome> SkipAsync(CaseWorkResult.Unchanged unchanged, CancellationToken cancellationToken)
    {
        await cases.RepairListsAsync(unchanged.History.Case, cancellationToken);
        return new Outcome.Skipped(unchanged.Reason);
    }
}
