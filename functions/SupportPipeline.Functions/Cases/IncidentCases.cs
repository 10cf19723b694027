using System.Runtime.CompilerServices;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases;

/// <summary>The cases that belong to an incident, and those that should.</summary>
public sealed class IncidentCases(CaseViewStore views, CaseDays days, CaseWork work, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Every case of an incident, closed or not.</summary>
    internal async IAsyncEnumerable<CaseListItem> OfAsync(string incidentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            (var items, after) = await views.ListAsync(CaseView.Incident, incidentId, PageSize, after, cancellationToken);
            foreach (var item in items)
            {
                yield return item;
            }
        } while (after is not null);
    }

    /// <summary>Open cases without an incident in which something happened since a moment, with what their customers wrote.</summary>
    internal async IAsyncEnumerable<CaseHistory> UnlinkedAsync(
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var caseId in days.ReadAsync(since, clock.GetUtcNow().AddDays(1), cancellationToken))
        {
            if (
                await days.HistoryAsync(caseId, cancellationToken)
                    is { Case: { State: CaseState.Open, IncidentId: null, MergedInto: null } its } history
                && its.LastMessageAt >= since
            )
            {
                yield return history;
            }
        }
    }

    /// <summary>Makes a case one of an incident; the same again changes nothing.</summary>
    /// <returns>Whether it is one now.</returns>
    internal async Task<bool> LinkAsync(Platform.TimeOrderedId caseId, string incidentId, string by, CancellationToken cancellationToken)
    {
        var result = await work.ChangeAsync(caseId, history => Link(history, incidentId, by), cancellationToken);
        return result is CaseWorkResult.Changed or CaseWorkResult.Unchanged { History.Case.IncidentId: not null };
    }

    /// <summary>Takes a case out of an incident.</summary>
    /// <returns>Whether it was one of it.</returns>
    internal async Task<bool> UnlinkAsync(
        Platform.TimeOrderedId caseId,
        string incidentId,
        string by,
        CancellationToken cancellationToken
    ) => await work.ChangeAsync(caseId, history => Unlink(history, incidentId, by), cancellationToken) is CaseWorkResult.Changed;

    /// <summary>Asks an agent to tell the customer that the incident is over; the same again changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="noticeId">The notice that says so to the others.</param>
    /// <param name="why">The reason code, and the way the customer wants to hear of it.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal Task AskToTellAsync(
        Platform.TimeOrderedId caseId,
        string noticeId,
        (string Reason, string Channel) why,
        CancellationToken cancellationToken
    ) => work.ChangeAsync(caseId, history => AskToTell(history, noticeId, why.Reason, why.Channel), cancellationToken);

    private CaseDecision AskToTell(CaseHistory history, string noticeId, string reason, string channel)
    {
        var key = $"all-clear-wanted:{noticeId}";
        return history.Case.State == CaseState.Closed || history.Events.Any(entry => entry.Key == key)
            ? new CaseDecision.Nothing(reason)
            : new CaseDecision.Apply(
                CaseChange.Of(history.Stored, history.Case with { EscalatedTo = history.Case.EscalatedTo ?? "agent" }) with
                {
                    Events = [new(key, clock.GetUtcNow(), "all-clear-wanted", reason, channel)],
                }
            );
    }

    private CaseDecision Link(CaseHistory history, string incidentId, string by) =>
        history.Case.IncidentId is not null
            ? new CaseDecision.Nothing(PlaybookReason.ToldOfIncident)
            : Change(history, incidentId, "linked-incident", incidentId, by);

    private CaseDecision Unlink(CaseHistory history, string incidentId, string by) =>
        history.Case.IncidentId != incidentId
            ? new CaseDecision.Nothing(PlaybookReason.NoOpenIncident)
            : Change(history, null, "unlinked-incident", incidentId, by);

    private CaseDecision.Apply Change(CaseHistory history, string? after, string what, string incidentId, string by)
    {
        var now = clock.GetUtcNow();
        return new(
            CaseChange.Of(history.Stored, history.Case with { IncidentId = after }) with
            {
                Events = [new($"{what}:{incidentId}:{history.Case.Version}", now, what, PlaybookReason.MatchesIncident, incidentId, by)],
            }
        );
    }
}
