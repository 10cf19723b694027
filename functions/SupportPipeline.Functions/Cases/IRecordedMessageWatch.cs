using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Wants to know that a message stands in a case. It may be told more than once.</summary>
internal interface IRecordedMessageWatch
{
    /// <summary>A message stands in a case.</summary>
    Task RecordedAsync(InboundEmail message, TimeOrderedId caseId, CancellationToken cancellationToken);
}
