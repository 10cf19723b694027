using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Takes everything out of a case that says who somebody is and what was written, and keeps what counts: ids, times, states, numbers. First the
/// snapshot, so that no more mail joins, then everything else; an interrupted run starts over and finds less to do.
/// </summary>
public sealed class CaseErasure
{
    private const int MaxTries = 10;

    private readonly CaseStore _cases;
    private readonly CaseViewStore _views;
    private readonly InboundEmails _emails;
    private readonly IEnumerable<IErasedCaseWatch> _watches;

    internal CaseErasure(CaseStore cases, CaseViewStore views, InboundEmails emails, IEnumerable<IErasedCaseWatch> watches) =>
        (_cases, _views, _emails, _watches) = (cases, views, emails, watches);

    /// <summary>Erases it. Erasing it again changes nothing.</summary>
    /// <returns>Whether there was something to erase.</returns>
    internal async Task<bool> EraseAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        foreach (var watch in _watches)
        {
            await watch.ErasingAsync(caseId, cancellationToken);
        }

        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await _cases.LoadHistoryAsync(caseId, cancellationToken) is not { } history)
            {
                return false;
            }

            if (CaseErasureRules.Blank(history) is not { } blanked)
            {
                // A run may have ended between the case and its lists.
                await _views.UpdateAsync(history.Case, history.Case, cancellationToken);
                return false;
            }

            foreach (var message in blanked.Messages)
            {
                await _emails.DeleteAsync(message.RawBlob, message.TextBlob, message.Attachments, cancellationToken);
            }

            if (await _cases.ReplaceAsync(blanked, history.Stored.ETag, cancellationToken))
            {
                await _views.UpdateAsync(blanked.Case, history.Case, cancellationToken);
                return true;
            }
        }

        throw new InvalidOperationException($"Case {caseId} kept changing.");
    }
}
