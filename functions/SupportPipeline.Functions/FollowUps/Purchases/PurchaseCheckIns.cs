using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>Asks a customer whether everything works, some days after a purchase.</summary>
public sealed class PurchaseCheckIns(PurchaseStore store, QuietCases quiet, CustomerStandings standings)
{
    /// <summary>Does what is due; doing it twice does it once.</summary>
    internal async Task<Outcome> ProcessAsync(string key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } purchase)
        {
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        var standing = await standings.OfAddressAsync(purchase.Customer.Value, cancellationToken);
        var refusal =
            PurchaseRules.Refuse(standing)
            ?? await quiet.SendAsync(
                new(
                    "purchase-check-in",
                    purchase.Key,
                    purchase.CheckInAt,
                    new(purchase.Name, purchase.Customer),
                    purchase.Language,
                    FollowUpReason.BoughtSomething
                )
                {
                    Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["product"] = purchase.Product },
                },
                cancellationToken
            );
        return refusal is null ? new Outcome.Completed() : new Outcome.Skipped(refusal);
    }
}
