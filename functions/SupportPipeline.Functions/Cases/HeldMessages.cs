using SupportPipeline.Cases.Agents;
using SupportPipeline.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Takes a held case back to the desk: what was not decided while it was held is decided now.</summary>
public sealed class HeldMessages(MessageReader reader, MessageDecision decision, CustomerBook customers, CaseWork work)
{
    /// <summary>What releasing a case means, to be applied to its history; null when there is no such case.</summary>
    internal async Task<Func<CaseHistory, CaseDecision>?> PrepareAsync(
        TimeOrderedId caseId,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        if (await work.ReadAsync(caseId, cancellationToken) is not { } history)
        {
            return null;
        }

        if (history.Case.State != CaseState.Held || history.LatestMessage is not { } message)
        {
            return _ => new CaseDecision.Nothing(ReasonCode.Released);
        }

        var received = await reader.ReadAgainAsync(message, cancellationToken);
        var facts = history.Case.CustomerId is { } customerId ? await customers.FactsAsync(customerId, who.At, cancellationToken) : null;
        return now => Decide(now, received with { Customer = facts }, who);
    }

    /// <summary>Lets the sender's mail through from now on.</summary>
    internal async Task AllowAsync(TimeOrderedId caseId, AgentAct who, string? note, CancellationToken cancellationToken)
    {
        if (await work.ReadAsync(caseId, cancellationToken) is { Case.CustomerId: { } customerId })
        {
            await customers.TrustAsync(customerId, who.By, who.At, note, cancellationToken);
        }
    }

    private CaseDecision Decide(CaseHistory history, ReceivedEmail received, AgentAct who)
    {
        if (history.Case.State != CaseState.Held)
        {
            return new CaseDecision.Nothing(ReasonCode.Released);
        }

        var change = decision.Release(received, history, who.At);
        return new CaseDecision.Apply(change with { Events = [who.Happening("released", history.Case.HeldReason)] });
    }
}
