namespace SupportPipeline.Cases;

/// <summary>Wants to know of cases that were closed and had no address of the customer: those that began on a platform. It may be told more than once.</summary>
internal interface IClosedCaseWatch
{
    /// <summary>A case was closed.</summary>
    Task ClosedAsync(CaseSnapshot closed, CancellationToken cancellationToken);
}
