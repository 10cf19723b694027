namespace SupportPipeline.Outages.Incidents;

/// <summary>Loads, lets a pure rule decide, stores; again when somebody else was faster.</summary>
public sealed class IncidentWork(IncidentStore store, IncidentKeys keys)
{
    private const int MaxTries = 20;

    /// <summary>Makes the incident that a request asks for: sent again, or twice at once, it makes one.</summary>
    internal async Task<IncidentWorkResult> CreateAsync(
        IncidentAct act,
        Func<string, IncidentSituation, IncidentDecision> decide,
        CancellationToken cancellationToken
    )
    {
        var claimed = await keys.FindAsync(act.Key, cancellationToken);
        if (claimed is null)
        {
            // A request that is refused leaves its key free: mended, it may come again under the same.
            var wanted = new ClaimedKey(keys.NewId(), act.Hash);
            if (decide(wanted.IncidentId, await store.SituationAsync(cancellationToken)) is IncidentDecision.Refuse refusal)
            {
                return new IncidentWorkResult.Refused(refusal, null);
            }

            claimed = await keys.ClaimAsync(act.Key, wanted, cancellationToken);
        }

        if (claimed.Hash != act.Hash)
        {
            return new IncidentWorkResult.Refused(IncidentRefusals.KeyReused, null);
        }

        if (await store.LoadAsync(claimed.IncidentId, cancellationToken) is { } made)
        {
            return new IncidentWorkResult.Done(made);
        }

        return decide(claimed.IncidentId, await store.SituationAsync(cancellationToken)) switch
        {
            IncidentDecision.Refuse refusal => new IncidentWorkResult.Refused(refusal, null),
            IncidentDecision.Apply apply => new IncidentWorkResult.Done(await MakeAsync(apply.Change, cancellationToken)),
            _ => throw new InvalidOperationException("An incident is made or refused."),
        };
    }

    /// <summary>Changes an incident.</summary>
    internal async Task<IncidentWorkResult> ChangeAsync(
        string incidentId,
        Func<StoredIncident, IncidentSituation, IncidentDecision> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await store.LoadAsync(incidentId, cancellationToken) is not { } stored)
            {
                return new IncidentWorkResult.Missing();
            }

            switch (decide(stored, await store.SituationAsync(cancellationToken)))
            {
                case IncidentDecision.Refuse refusal:
                    return new IncidentWorkResult.Refused(refusal, stored);
                case IncidentDecision.Apply apply:
                    if (await store.SaveAsync(apply.Change, cancellationToken) is { } saved)
                    {
                        return new IncidentWorkResult.Done(saved);
                    }

                    break;
                default:
                    return new IncidentWorkResult.Done(stored);
            }
        }

        throw new InvalidOperationException($"The incident {incidentId} kept changing.");
    }

    private async Task<StoredIncident> MakeAsync(IncidentChange change, CancellationToken cancellationToken) =>
        await store.SaveAsync(change, cancellationToken)
        ?? await store.LoadAsync(change.After.Id, cancellationToken)
        ?? throw new InvalidOperationException($"The incident {change.After.Id} could neither be made nor found.");
}

/// <summary>How work on an incident ended.</summary>
internal abstract record IncidentWorkResult
{
    private IncidentWorkResult() { }

    /// <summary>It stands as it was asked for, by this request or by the same one before.</summary>
    public sealed record Done(StoredIncident Stored) : IncidentWorkResult;

    /// <summary>It was not done.</summary>
    public sealed record Refused(IncidentDecision.Refuse Why, StoredIncident? Stored) : IncidentWorkResult;

    /// <summary>There is no such incident.</summary>
    public sealed record Missing : IncidentWorkResult;
}
