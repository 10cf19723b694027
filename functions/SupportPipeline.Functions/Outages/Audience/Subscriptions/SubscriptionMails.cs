using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// Looks at a request for notices and sends the confirmation. Everything that depends on who is subscribed or suppressed happens here, behind the queue, where
/// the one who asked sees nothing of it.
/// </summary>
public sealed class SubscriptionMails(
    SubscriberStore store,
    SubscriptionGate gate,
    SubscriptionMailWriter writer,
    IMailTransport transport,
    TimeProvider clock
)
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SwitchedOff = TimeSpan.FromMinutes(15);

    /// <summary>Handles one request.</summary>
    internal async Task<Outcome> RunAsync(SubscriptionRequested due, CancellationToken cancellationToken)
    {
        if (await store.FindRequestAsync(due.RequestId, cancellationToken) is not { } request)
        {
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        var before = await store.FindAsync(request.Address.Hash, cancellationToken);
        var verdict = SubscriptionRules.Decide(before?.Value, request, clock.GetUtcNow());
        if (verdict is SubscriptionVerdict.Send && !gate.IsOpen)
        {
            return new Outcome.Deferred(SwitchedOff, ReasonCode.SendingSwitchedOff);
        }

        var refusal = (verdict as SubscriptionVerdict.Drop)?.Reason ?? await gate.RefusalAsync(request.Address, cancellationToken);
        if (refusal is not null)
        {
            return await DropAsync(request, refusal);
        }

        if (await writer.WriteAsync(request, cancellationToken) is not { } mail)
        {
            return await DropAsync(request, ReasonCode.SubscriptionLinkMissing);
        }

        var claimed = ((SubscriptionVerdict.Send)verdict).Claimed;
        return await store.TrySaveAsync(before, claimed, cancellationToken)
            ? await SendAsync(request, mail, claimed, cancellationToken)
            : new Outcome.Deferred(Busy, ReasonCode.DeliveryInProgress);
    }

    private async Task<Outcome> SendAsync(
        SubscriptionRequest request,
        OutgoingMail mail,
        Subscriber claimed,
        CancellationToken cancellationToken
    )
    {
        switch (await transport.SendAsync(mail, cancellationToken))
        {
            case SendResult.Accepted:
                await RecordAsync(claimed, ConfirmationState.Sent);
                await store.RemoveRequestAsync(request.Id.Value, CancellationToken.None);
                return new Outcome.Completed();
            case SendResult.Unavailable unavailable:
                await RecordAsync(claimed, ConfirmationState.Waiting);
                return new Outcome.Deferred(unavailable.RetryAfter ?? Pause, ReasonCode.MailServiceUnavailable);
            case SendResult.Refused:
                await RecordAsync(claimed, ConfirmationState.Refused);
                return await DropAsync(request, ReasonCode.RefusedByMailService);
            default:
                return await DropAsync(request, ReasonCode.OutcomeUnknown);
        }
    }

    /// <summary>The owner may have confirmed already; what is written is how the mail is, and only while it is this mail.</summary>
    private async Task RecordAsync(Subscriber claimed, ConfirmationState state)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (
                await store.FindAsync(claimed.Address.Hash, CancellationToken.None) is not { } now
                || now.Value.RequestId != claimed.RequestId
                || await store.TrySaveAsync(now, now.Value with { Mail = state }, CancellationToken.None)
            )
            {
                return;
            }
        }
    }

    private async Task<Outcome> DropAsync(SubscriptionRequest request, string reason)
    {
        await store.RemoveRequestAsync(request.Id.Value, CancellationToken.None);
        return new Outcome.Skipped(reason);
    }
}
