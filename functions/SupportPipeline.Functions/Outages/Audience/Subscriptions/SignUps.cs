using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Takes requests for notices: always one row and one queue message, whoever the address belongs to.</summary>
public sealed class SignUps(SubscriberStore store, QueueSender queue, IdSource ids)
{
    /// <summary>Keeps a request and announces it.</summary>
    internal async Task TakeAsync(
        EmailAddress address,
        string language,
        IReadOnlyList<string> components,
        CancellationToken cancellationToken
    )
    {
        var request = new SubscriptionRequest(ids.Next(), address, language, components);
        await store.AddRequestAsync(request, cancellationToken);
        await queue.SendAsync(new SubscriptionRequested(request.Id.Value), cancellationToken);
    }
}
