using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Customers;

namespace SupportPipeline.Cases;

/// <summary>Reads a case with the conversations of the cases that were joined into it.</summary>
public sealed class CaseReading(CaseFinder finder, CaseWork work, CustomerBook customers, TimeProvider clock)
{
    /// <summary>Answers <see cref="ReadCase"/>.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (
            await finder.FindAsync(id, cancellationToken) is not { } caseId
            || await work.ReadAsync(caseId, cancellationToken) is not { } history
        )
        {
            return CaseDesk.NoCase();
        }

        var merged = new List<CaseHistory>();
        foreach (var part in history.Case.Merged)
        {
            if (await work.ReadAsync(part.CaseId, cancellationToken) is { } joined)
            {
                merged.Add(joined);
            }
        }

        var facts = history.Case.CustomerId is { } customerId
            ? await customers.FactsAsync(customerId, clock.GetUtcNow(), cancellationToken)
            : null;
        return CaseDesk.Answer(request, history, merged, facts);
    }
}
