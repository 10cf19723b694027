using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>The facts of delivery events in a reply's row, and where a reply stands by them. Pure.</summary>
internal static class DeliveryFates
{
    /// <summary>
    /// A reply as it stands once what was told of it counts: unknown, then sent, then delivered, then bounced; never backwards. An event also outranks
    /// "to be sent" and "drafted": the mail is out, whatever the row thought of it. A complaint about spam does not undo a delivery.
    /// </summary>
    public static Reply Apply(Reply reply, DeliveryFate fate)
    {
        var told = reply with { Fate = fate, SentAt = reply.SentAt ?? fate.ProcessedAt ?? fate.DeliveredAt };
        return fate switch
        {
            { Failure.Reason: ReasonCode.ReportedAsSpam } => told with
            {
                State = ReplyState.Delivered,
                Reason = ReasonCode.ReportedAsSpam,
                ClaimedAt = null,
            },
            { Failure: { } failure } => told with { State = ReplyState.Bounced, Reason = failure.Reason, ClaimedAt = null },
            { DeliveredAt: not null } => told with
            {
                State = ReplyState.Delivered,
                Reason = ReasonCode.DeliveredToRecipient,
                ClaimedAt = null,
            },
            { ProcessedAt: not null } when reply.State != ReplyState.Sent => told with
            {
                State = ReplyState.Sent,
                Reason = ReasonCode.ProcessedByMailService,
                ClaimedAt = null,
            },
            _ => told,
        };
    }

    /// <summary>Writes the facts into a row; those that are not known leave what stands there.</summary>
    public static TableEntity Write(TableEntity row, DeliveryFate fate)
    {
        if (fate.ProcessedAt is { } processed)
        {
            row["ProcessedAt"] = processed;
        }

        if (fate.DeliveredAt is { } delivered)
        {
            row["DeliveredAt"] = delivered;
        }

        if (fate.ProviderMessageId is { } messageId)
        {
            row["ProviderMessageId"] = messageId;
        }

        if (fate.Failure is { } failure)
        {
            row["FailedAt"] = failure.At;
            row["FailedReason"] = failure.Reason;
            row["FailedStatus"] = failure.Status;
            row["FailedDetail"] = failure.Detail;
        }

        return row;
    }

    /// <summary>The facts in a row.</summary>
    public static DeliveryFate Read(TableEntity row)
    {
        var processed = row.GetDateTimeOffset("ProcessedAt");
        var delivered = row.GetDateTimeOffset("DeliveredAt");
        var failed = row.GetDateTimeOffset("FailedAt");
        return processed is null && delivered is null && failed is null
            ? DeliveryFate.Untold
            : new()
            {
                ProcessedAt = processed,
                DeliveredAt = delivered,
                Failure = failed is { } at
                    ? new(
                        at,
                        row.GetString("FailedReason") ?? ReasonCode.BouncedByRecipient,
                        row.GetString("FailedStatus"),
                        row.GetString("FailedDetail")
                    )
                    : null,
            };
    }
}
