using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies.DeliveryEvents;

namespace SupportPipeline.Cases;

/// <summary>What follows a recorded message. All of it may be done again.</summary>
public sealed class MessageDispatch(CaseStore cases, CaseDispatch dispatch, ReplyNews news, CaseTokens tokens, PipelineMetrics metrics)
{
    /// <summary>Dispatches what a recorded message caused.</summary>
    internal async Task DispatchAsync(RecordedMessage recorded, InboundEmail email, CancellationToken cancellationToken)
    {
        if (recorded.IsNew)
        {
            metrics.CaseStored(email.ReceivedAt);
        }

        await dispatch.DispatchAsync(recorded.Case, recorded.Before, recorded.Replies, isAnnounced: false, cancellationToken);

        // A report is about a reply of ours when it names the signed id of one; the reply may stand in a case that was joined into this one.
        if (
            email.Bounce is { OriginalMessageId: { } original } report
            && tokens.ReadReply(original) is var (caseId, replyId)
            && BouncedMail.Of(email.Id, caseId, replyId, report) is { } told
        )
        {
            await news.ApplyAsync(caseId, replyId, [told], cancellationToken);
        }
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
