using SupportPipeline.Customers;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases;

/// <summary>What follows a recorded message. All of it may be done again.</summary>
public sealed class MessageDispatch(
    CaseStore cases,
    CaseDispatch dispatch,
    BouncedReplies bounced,
    CustomerBook customers,
    PipelineMetrics metrics
)
{
    /// <summary>Dispatches what a recorded message caused.</summary>
    internal async Task DispatchAsync(RecordedMessage recorded, InboundEmail email, CancellationToken cancellationToken)
    {
        if (recorded.IsNew)
        {
            metrics.CaseStored(email.ReceivedAt);
            await dispatch.DispatchAsync(recorded.Case, recorded.Before, recorded.Replies, isAnnounced: false, cancellationToken);
        }
        else
        {
            await dispatch.DispatchAgainAsync(recorded.Case, recorded.MadeVersion, recorded.Replies, cancellationToken);
        }

        await bounced.ApplyAsync(email, cancellationToken);
        var flags = Flags(recorded.Plan, email).ToList();
        if (flags.Count > 0 && SenderIdentity.Of(email) is { } sender)
        {
            await customers.FlagAsync(sender.Id, flags, $"plan:{email.Id}", cancellationToken);
        }
    }

    /// <summary>The flags the plan sets on the record of who wrote the message.</summary>
    private static IEnumerable<CustomerFlag> Flags(PlanDocument plan, InboundEmail email) =>
        from step in plan.Steps
        where step is { Kind: "flag", Result: "set" }
        select new CustomerFlag(step.What, step.At, step.Reason, null, email.ReceivedAt);

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
