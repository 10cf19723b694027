using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>Takes a due follow-up to its case or customer.</summary>
public sealed class FollowUpProcessor(CaseWork cases, FollowUpDecision decision, MailsOutsideCases mails, TimeProvider clock)
{
    /// <summary>Processes one; doing it twice does it once.</summary>
    public async Task<Outcome> ProcessAsync(FollowUpDue due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (!Enum.TryParse<FollowUpKind>(due.Kind, out var kind))
        {
            return new Outcome.Rejected(ReasonCode.FollowUpUnreadable);
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

        var wanted = new CaseFollowUp(kind, due.At, due.Cause, "");
        var now = clock.GetUtcNow();
        switch (await cases.ChangeAsync(caseId, history => decision.Decide(history, wanted, now), cancellationToken))
        {
            case CaseWorkResult.Changed:
                return new Outcome.Completed();
            case CaseWorkResult.Unchanged unchanged:
                // It may have been done by a process that died before it had brought the lists up to date.
                await cases.RepairAsync(unchanged.History.Case, cancellationToken);
                return new Outcome.Skipped(unchanged.Reason);
            default:
                return new Outcome.Skipped(ReasonCode.NothingDue);
        }
    }
}
