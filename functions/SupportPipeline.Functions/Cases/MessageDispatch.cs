using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>What follows a recorded message. All of it may be done again.</summary>
public sealed class MessageDispatch(CaseStore cases, CaseDispatch dispatch, PipelineMetrics metrics)
{
    /// <summary>Dispatches what a recorded message caused.</summary>
    internal Task DispatchAsync(RecordedMessage recorded, InboundEmail email, CancellationToken cancellationToken)
    {
        if (recorded.IsNew)
        {
            metrics.CaseStored(email.ReceivedAt);
        }

        return dispatch.DispatchAsync(recorded.Case, recorded.Before, recorded.Replies, isAnnounced: false, cancellationToken);
    }

    /// <summary>Says on the timeline of the first delivery's case that the message came again; no second message, no second reply.</summary>
    internal Task NoteDuplicateAsync(PlacedMessage.Duplicate duplicate, InboundEmail email, CancellationToken cancellationToken)
    {
        var happening = new TimelineEvent(
            $"duplicate:{email.Id}",
            email.ReceivedAt,
            "duplicate-received",
            duplicate.Reason,
            duplicate.FirstMessageId.Value
        );
        return cases.AddEventAsync(duplicate.CaseId, happening, cancellationToken);
    }
}
