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

        var now = clock.GetUtcNow();
        var customer = history.Case.CustomerId is { } customerId ? await customers.FactsAsync(customerId, now, cancellationToken) : null;
        return CaseDesk.Answer(
            request,
            CaseDocument.Of(history, [.. merged]) with
            {
                Goals = [.. ServiceClock.Of(history, organisation, now).Select(GoalDocument.Of)],
                CustomerFlags = [.. (customer?.Flags ?? []).Select(FlagDocument.Of)],
            }
        );
    }
}
