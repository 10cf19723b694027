using SupportPipeline.Outages.Audience.OptOuts;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Saves what somebody wants to hear of. Saying the same again changes nothing.</summary>
public sealed class SubscriptionSaving(SubscriberStore subscribers, NoticeOptOutStore optOuts, TimeProvider clock)
{
    private const int MaxTries = 10;

    /// <summary>What holds for an address.</summary>
    internal async Task<NoticeChoice> CurrentAsync(string addressHash, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        var subscriber = await subscribers.FindAsync(addressHash, cancellationToken);
        return NoticeChoice.Current(subscriber?.Value, await optOuts.FindAsync(addressHash, cancellationToken), known);
    }

    /// <summary>What a confirmation offers; null when there is nothing to confirm any more.</summary>
    internal async Task<NoticeChoice?> OfferedAsync(string addressHash, CancellationToken cancellationToken) =>
        await subscribers.FindAsync(addressHash, cancellationToken) is { } found ? Offered(found.Value) : null;

    /// <summary>Confirms a subscription.</summary>
    /// <param name="addressHash">The address.</param>
    /// <param name="choice">What was chosen; null for what was asked for.</param>
    /// <param name="known">All components.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when there is nothing to confirm any more.</returns>
    internal async Task<bool> ConfirmAsync(
        string addressHash,
        NoticeChoice? choice,
        IReadOnlyList<string> known,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await subscribers.FindAsync(addressHash, cancellationToken) is not { } before)
            {
                return false;
            }

            var chosen = choice ?? Offered(before.Value);
            var after = before.Value with { ConfirmedAt = before.Value.ConfirmedAt ?? clock.GetUtcNow(), Components = chosen.Components };
            if (await subscribers.TrySaveAsync(before, after, cancellationToken))
            {
                var optOut = await optOuts.FindAsync(addressHash, CancellationToken.None);
                await SaveOptOutAsync(addressHash, chosen.OptOutAfterConfirming(optOut, known));
                return true;
            }
        }

        throw new InvalidOperationException("A subscription could not be confirmed because others kept changing it.");
    }

    /// <summary>Saves what somebody chose. Who wants nothing is forgotten but for the hash of the address.</summary>
    internal async Task SaveAsync(string addressHash, NoticeChoice choice, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // First: it is what stops notices.
        await SaveOptOutAsync(addressHash, choice.OptOut(known));
        if (choice.IsNothing)
        {
            await subscribers.RemoveAsync(addressHash, CancellationToken.None);
            return;
        }

        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                await subscribers.FindAsync(addressHash, CancellationToken.None) is not { Value.ConfirmedAt: not null } before
                || await subscribers.TrySaveAsync(before, before.Value with { Components = choice.Components }, CancellationToken.None)
            )
            {
                return;
            }
        }

        throw new InvalidOperationException("A subscription could not be saved because others kept changing it.");
    }

    private Task SaveOptOutAsync(string addressHash, IReadOnlyList<string>? components) =>
        components is null
            ? optOuts.RemoveAsync(addressHash, CancellationToken.None)
            : optOuts.SetAsync(addressHash, components, CancellationToken.None);

    /// <summary>Who has a subscription keeps it and gets what was asked for besides.</summary>
    private static NoticeChoice Offered(Subscriber subscriber) =>
        subscriber.ConfirmedAt is null ? NoticeChoice.OfList(subscriber.Asked)
        : subscriber.Components.Count == 0 || subscriber.Asked.Count == 0 ? new(true, [])
        : NoticeChoice.OfList([.. subscriber.Components.Union(subscriber.Asked, StringComparer.Ordinal)]);
}
