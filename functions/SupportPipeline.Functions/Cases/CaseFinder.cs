using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Finds a case by what people call it: its id or its number.</summary>
public sealed class CaseFinder(CaseViewStore views, CaseStore cases)
{
    /// <summary>The id; null when nothing has this number. An id is taken at its word.</summary>
    internal async Task<TimeOrderedId?> FindAsync(string idOrNumber, CancellationToken cancellationToken)
    {
        if (TimeOrderedId.TryParse(idOrNumber, out var caseId))
        {
            return caseId;
        }

        return CaseNumber.TryParse(idOrNumber, out var number) ? await views.FindByNumberAsync(number, cancellationToken) : null;
    }

    /// <summary>A case as lists show it, read fresh; null when there is none.</summary>
    internal async Task<CaseListItem?> ReadItemAsync(TimeOrderedId caseId, CancellationToken cancellationToken) =>
        await cases.LoadAsync(caseId, cancellationToken) is { } found ? CaseListItem.Of(found.Case) : null;
}
