using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Cases;

/// <summary>What follows the commit: list views, the reply, and the queue when a reply has to wait. All of it may be done again.</summary>
public sealed class MessageDispatch(
    CaseStore cases,
    CaseViewStore views,
    ReplyDelivery delivery,
    QueueSender queue,
    PipelineMetrics metrics
)
{
    /// <summary>Dispatches what a recorded message caused.</summary>
    internal async Task DispatchAsync(RecordedMessage recorded, InboundEmail email, CancellationToken cancellationToken)
    {
        if (recorded.IsNew)
        {
            metrics.CaseStored(email.ReceivedAt);
        }

        var listed = views.UpdateAsync(recorded.Case, recorded.Before, cancellationToken);
        try
        {
            foreach (var reply in recorded.Replies)
            {
                if (await delivery.DeliverAsync(reply, cancellationToken) is { } wait)
                {
                    await queue.SendAsync(new ReplyDue(reply.Reply.CaseId.Value, reply.Reply.Id), wait, cancellationToken);
                }
            }
        }
        finally
        {
            await listed;
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
