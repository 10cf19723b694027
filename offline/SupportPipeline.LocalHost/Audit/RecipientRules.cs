using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Rules about recipients of notices: each is told once, and what the audience says is what went out.</summary>
internal static class RecipientRules
{
    /// <summary>Nobody is forgotten: a notice that is over has no one left, and who counts as told was told.</summary>
    public static IEnumerable<string> IsTold(Evidence evidence)
    {
        if (evidence.One<RecipientStored>() is not { } stored)
        {
            yield break;
        }

        if (stored.IsOver && stored.State is RecipientState.Planned or RecipientState.Claimed)
        {
            yield return $"is still {Name(stored.State)}, and nobody looks after the notice any more.";
        }

        if (
            evidence.Scope.KnowsOutbox
            && stored.State is RecipientState.Submitted or RecipientState.Delivered
            && !evidence.Has<NoticeMailAccepted>()
        )
        {
            yield return $"counts as {Name(stored.State)}, and no mail went out.";
        }
    }

    /// <summary>Nobody is told twice, but for whom the rule about lost answers says so.</summary>
    public static IEnumerable<string> IsToldOnce(Evidence evidence)
    {
        var mails = evidence.Count<NoticeMailAccepted>();
        if (mails > 1 && !IsRepeated(evidence.One<RecipientStored>()))
        {
            yield return $"got {mails} mails.";
        }

        var requests = evidence.All<NoticeMailAccepted>().Select(mail => mail.Attempt).Distinct(StringComparer.Ordinal).Count();
        if (requests < mails)
        {
            yield return $"got {mails} mails in {requests} requests.";
        }
    }

    /// <summary>An address stands in an audience once.</summary>
    public static IEnumerable<string> StandsOnce(Evidence evidence)
    {
        if (evidence.Count<RecipientStored>() is > 1 and var places)
        {
            yield return $"stands in the audience {places} times.";
        }
    }

    /// <summary>Who was not to be told was not; of whom nobody knows there is a reason.</summary>
    public static IEnumerable<string> IsExplained(Evidence evidence)
    {
        var stored = evidence.One<RecipientStored>();
        var mails = evidence.Count<NoticeMailAccepted>();
        if (stored is null)
        {
            yield return "got a mail and stands in no audience.";
        }
        else if (stored.State is RecipientState.Planned && mails > 0 && !IsRepeated(stored))
        {
            yield return "got a mail and is still to be told.";
        }
        else if (
            stored.State is RecipientState.Suppressed or RecipientState.Skipped or RecipientState.Cancelled or RecipientState.Failed
            && mails > 0
            && !IsRepeated(stored)
        )
        {
            yield return $"got a mail and counts as {Name(stored.State)}.";
        }
        else if (stored is { State: RecipientState.Unknown, IsOver: true, Reason: null })
        {
            yield return "is unknown, and nothing says why that is all.";
        }
    }

    private static bool IsRepeated(RecipientStored? stored) =>
        stored?.Reason is NoticeReason.UnknownRepeated or NoticeReason.UnknownNotRepeated or ReasonCode.NeverAccepted
        || stored?.State == RecipientState.Unknown;

    private static string Name(RecipientState state) => state.ToString().ToLowerInvariant();
}
