using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>
/// A wake-up: at this time somebody looks whether something is still to be done for a case or a customer. What is to be done stands with the case;
/// a wake-up that finds nothing to do is harmless.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Kind">What for.</param>
/// <param name="Cause">Kind, cause and subject make it unique.</param>
/// <param name="CaseId">The case it is about; null for a customer's.</param>
/// <param name="CustomerId">The customer it is about; null for a case's.</param>
internal sealed record FollowUp(DateTimeOffset At, FollowUpKind Kind, string Cause, TimeOrderedId? CaseId, string? CustomerId = null)
{
    /// <summary>Whom it is about, in keys.</summary>
    public string Subject => CaseId?.Value ?? CustomerId ?? "";
}
