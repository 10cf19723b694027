using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Once a day: who never confirmed is forgotten.</summary>
public sealed class SweepSubscriptions(SubscriberStore store, TimeProvider clock)
{
    /// <summary>Removes what is older than seven days; a run that was missed is made up for by the next.</summary>
    [Function("SweepSubscriptions")]
    public Task RunAsync([TimerTrigger("0 40 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        store.RemoveUnconfirmedAsync(clock.GetUtcNow() - SubscriptionRules.KeepUnconfirmed, cancellationToken);
}
