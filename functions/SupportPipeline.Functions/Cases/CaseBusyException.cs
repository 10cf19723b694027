using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>A case kept changing under somebody who wanted to change it too; trying again later helps.</summary>
public sealed class CaseBusyException : InvalidOperationException
{
    /// <summary>Names the case.</summary>
    internal CaseBusyException(TimeOrderedId caseId)
        : base($"Case {caseId} kept changing.") { }
}
