using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>Reads a mail server's report (RFC 3464) as what it is, a delivery event. Pure.</summary>
internal static class BouncedMail
{
    /// <summary>The event; null when the report tells nothing that matters.</summary>
    /// <param name="messageId">The report itself; the same report is the same event.</param>
    /// <param name="caseId">The case of the reply it is about.</param>
    /// <param name="replyId">The reply.</param>
    /// <param name="report">The report.</param>
    public static DeliveryEvent? Of(TimeOrderedId messageId, TimeOrderedId caseId, string replyId, BounceReport report) =>
        Kind(report) is not { } kind
            ? null
            : new()
            {
                Kind = kind,
                At = messageId.CreatedAt,
                Key = StableHash.Of("report:" + messageId),
                CaseId = caseId,
                ReplyId = replyId,
                Address = report.FinalRecipient,
                Status = report.Status,
                Detail = report.Diagnostic,
            };

    private static DeliveryEventKind? Kind(BounceReport report) =>
        report.Action switch
        {
            BounceActions.Failed when report.IsPermanent => DeliveryEventKind.Bounced,
            BounceActions.Failed => DeliveryEventKind.Blocked,
            BounceActions.Delayed => DeliveryEventKind.Deferred,
            BounceActions.Delivered => DeliveryEventKind.Delivered,
            _ => null,
        };
}
