using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Keeps words of cases elsewhere, and erases them with the case. It may be told more than once.</summary>
internal interface IErasedCaseWatch
{
    /// <summary>A case is about to be erased.</summary>
    Task ErasingAsync(TimeOrderedId caseId, CancellationToken cancellationToken);
}
