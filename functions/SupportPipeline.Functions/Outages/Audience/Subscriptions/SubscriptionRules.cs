using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Whether a confirmation is sent. Pure.</summary>
internal static class SubscriptionRules
{
    /// <summary>One confirmation to an address in this time, whoever asks.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMinutes(10);

    /// <summary>How long somebody who never confirmed is kept.</summary>
    public static readonly TimeSpan KeepUnconfirmed = TimeSpan.FromDays(7);

    /// <summary>Looks at a request.</summary>
    /// <param name="before">What is known of the address.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The time.</param>
    public static SubscriptionVerdict Decide(Subscriber? before, SubscriptionRequest request, DateTimeOffset now)
    {
        if (now - request.Id.CreatedAt >= SubscriptionLinks.ConfirmWithin)
        {
            return new SubscriptionVerdict.Drop(ReasonCode.SubscriptionTooOld);
        }

        if (before?.RequestId == request.Id.Value)
        {
            // Claimed and nothing else known: it may have gone out. Who got nothing asks again.
            return before.Mail switch
            {
                ConfirmationState.Waiting => Send(before, request, now),
                ConfirmationState.Claimed => new SubscriptionVerdict.Drop(ReasonCode.OutcomeUnknown),
                _ => new SubscriptionVerdict.Drop(ReasonCode.NothingToSend),
            };
        }

        return before is not null && now - before.MailedAt < Throttle
            ? new SubscriptionVerdict.Drop(ReasonCode.SubscriptionAskedLately)
            : Send(before, request, now);
    }

    private static SubscriptionVerdict.Send Send(Subscriber? before, SubscriptionRequest request, DateTimeOffset now) =>
        new(
            new()
            {
                Address = request.Address,
                Language = request.Language,
                ConfirmedAt = before?.ConfirmedAt,
                Components = before?.Components ?? [],
                Asked = request.Components,
                RequestId = request.Id.Value,
                MailedAt = now,
                Mail = ConfirmationState.Claimed,
            }
        );
}

/// <summary>What becomes of a request.</summary>
internal abstract record SubscriptionVerdict
{
    private SubscriptionVerdict() { }

    /// <summary>A confirmation is sent once this is written.</summary>
    /// <param name="Claimed">The subscriber with the claim.</param>
    public sealed record Send(Subscriber Claimed) : SubscriptionVerdict;

    /// <summary>Nothing is sent.</summary>
    /// <param name="Reason">A value of <see cref="ReasonCode"/>.</param>
    public sealed record Drop(string Reason) : SubscriptionVerdict;
}
