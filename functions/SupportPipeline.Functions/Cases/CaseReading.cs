using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Customers;
using SupportPipeline.Insights;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Reads a case with the conversations of the cases that were joined into it.</summary>
public sealed class CaseReading(CaseFinder finder, CaseWork work, CustomerBook customers, Organisation organisation, TimeProvider clock)
{
    /// <summary>Answers <see cref="ReadCase"/>.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        await finder.FindAsync(id, cancellationToken) is { } caseId && await work.ReadAsync(caseId, cancellationToken) is { } history
            ? CaseDesk.Answer(request, await DocumentAsync(history, cancellationToken))
            : CaseDesk.NoCase();

    /// <summary>Everything about a case, for people.</summary>
    internal async Task<CaseDocument> DocumentAsync(CaseHistory history, CancellationToken cancellationToken)
    {
        var merged = await work.ReadMergedAsync(history.Case, cancellationToken);
        var now = clock.GetUtcNow();
        var customer = history.Case.CustomerId is { } customerId ? await customers.FactsAsync(customerId, now, cancellationToken) : null;
        return CaseDocument.Of(history, merged) with
        {
            Goals = [.. ServiceClock.Of(history, organisation, now).Select(GoalDocument.Of)],
            CustomerFlags = [.. (customer?.Flags ?? []).Select(FlagDocument.Of)],
        };
    }
}
