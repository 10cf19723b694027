using SupportPipeline.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The one way to change a case besides a message that comes in: load, let a pure decision change it, commit, dispatch; again from the start when
/// somebody else changed the case in between. Agents' acts, follow-ups and everything else that works on cases goes through here.
/// </summary>
public sealed class CaseWork(CaseStore cases, CaseDispatch dispatch, CustomerBook customers)
{
    /// <summary>Of so many that change a case at once, everyone gets a turn: in each round one is first.</summary>
    private const int MaxTries = 30;

    /// <summary>Changes a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="decide">The decision; called again with the newer history when somebody else was faster.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="CaseBusyException">The case kept changing.</exception>
    internal async Task<CaseWorkResult> ChangeAsync(
        TimeOrderedId caseId,
        Func<CaseHistory, CaseDecision> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await cases.LoadHistoryAsync(caseId, cancellationToken) is not { } history)
            {
                return new CaseWorkResult.NotFound();
            }

            switch (decide(history))
            {
                case CaseDecision.Refuse refuse:
                    return new CaseWorkResult.Refused(refuse, history);
                case CaseDecision.Nothing nothing:
                    return new CaseWorkResult.Unchanged(history, nothing.Reason);
                case CaseDecision.Apply apply:
                    if (await CommitAsync(apply.Change, cancellationToken) is { } changed)
                    {
                        return changed;
                    }

                    break;
                default:
                    throw new InvalidOperationException("A decision ended in a way nobody has thought of.");
            }
        }

        throw new CaseBusyException(caseId);
    }

    /// <summary>Opens a case that nobody wrote a message for, for example by taking one apart; opening it again changes nothing.</summary>
    internal async Task OpenAsync(CaseChange change, CancellationToken cancellationToken)
    {
        if (change.Case.CustomerId is { } customerId)
        {
            await customers.ListAsync(customerId, change.Case.Id, cancellationToken);
        }

        if (await CommitAsync(change, cancellationToken) is null && await cases.LoadAsync(change.Case.Id, cancellationToken) is { } opened)
        {
            await dispatch.DispatchAsync(opened.Case, null, [], isAnnounced: false, cancellationToken);
        }
    }

    /// <summary>Brings the lists of a case up to date, for a cause that comes again and finds its change made.</summary>
    internal Task RepairListsAsync(CaseSnapshot snapshot, CancellationToken cancellationToken) =>
        dispatch.RepairListsAsync(snapshot, cancellationToken);

    /// <summary>A case as it stands, without its history; null when there is none. One storage operation.</summary>
    internal async Task<CaseSnapshot?> LookAsync(TimeOrderedId caseId, CancellationToken cancellationToken) =>
        (await cases.LoadAsync(caseId, cancellationToken))?.Case;

    /// <summary>The history of a case; null when there is none.</summary>
    internal Task<CaseHistory?> ReadAsync(TimeOrderedId caseId, CancellationToken cancellationToken) =>
        cases.LoadHistoryAsync(caseId, cancellationToken);

    /// <summary>The histories of the cases that were joined into a case.</summary>
    internal async Task<IReadOnlyList<CaseHistory>> ReadMergedAsync(CaseSnapshot snapshot, CancellationToken cancellationToken)
    {
        var merged = new List<CaseHistory>(snapshot.Merged.Count);
        foreach (var part in snapshot.Merged)
        {
            if (await ReadAsync(part.CaseId, cancellationToken) is { } joined)
            {
                merged.Add(joined);
            }
        }

        return merged;
    }

    private async Task<CaseWorkResult?> CommitAsync(CaseChange change, CancellationToken cancellationToken)
    {
        await dispatch.AnnounceAsync(change, cancellationToken);
        if (await cases.CommitAsync(change, cancellationToken) is not CommitResult.Committed committed)
        {
            return null;
        }

        await dispatch.DispatchAsync(committed.Case, change.Before, committed.Replies, isAnnounced: true, CancellationToken.None);
        return new CaseWorkResult.Changed(committed.Case, committed.Replies);
    }
}

/// <summary>What was decided about a case.</summary>
internal abstract record CaseDecision
{
    private CaseDecision() { }

    /// <summary>It changes.</summary>
    public sealed record Apply(CaseChange Change) : CaseDecision;

    /// <summary>There is nothing to do.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Nothing(string Reason) : CaseDecision;

    /// <summary>It must not be done; for the caller to read.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Reason">A stable code.</param>
    /// <param name="Detail">For people.</param>
    public sealed record Refuse(int Status, string Reason, string Detail) : CaseDecision
    {
        /// <summary>Further members of the answer.</summary>
        public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
    }
}

/// <summary>How work on a case ended.</summary>
internal abstract record CaseWorkResult
{
    private CaseWorkResult() { }

    /// <summary>The case was changed.</summary>
    public sealed record Changed(CaseSnapshot Case, IReadOnlyList<StoredReply> Replies) : CaseWorkResult;

    /// <summary>There was nothing to do.</summary>
    public sealed record Unchanged(CaseHistory History, string Reason) : CaseWorkResult;

    /// <summary>It was refused.</summary>
    public sealed record Refused(CaseDecision.Refuse Why, CaseHistory History) : CaseWorkResult;

    /// <summary>There is no such case.</summary>
    public sealed record NotFound : CaseWorkResult;
}
