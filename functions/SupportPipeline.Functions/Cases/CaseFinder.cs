using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Finds a case by what people call it: its id or its number.</summary>
public sealed class CaseFinder(CaseViewStore views)
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
}
