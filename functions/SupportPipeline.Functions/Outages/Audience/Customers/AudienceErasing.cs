using SupportPipeline.Outages.Audience.OptOuts;
using SupportPipeline.Outages.Audience.Subscriptions;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>
/// What audiences know of an address: shown and erased. Customers are kept by their id, so an address is looked for in all of them: 32 requests, however many
/// there are. That somebody wants no notices stays: it is a hash, and without it the next import would have us write to them again.
/// </summary>
public sealed class AudienceErasing(AudienceStore customers, SubscriberStore subscribers, NoticeOptOutStore optOuts) : IAddressMemory
{
    private const int MaxTries = 5;

    /// <inheritdoc/>
    public async Task ForgetAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        await subscribers.RemoveAsync(address.Hash, cancellationToken);
        for (var group = 0; group < AudienceBucket.Groups; group++)
        {
            await EraseAsync(group, address, cancellationToken);
        }
    }

    /// <summary>What is known of an address.</summary>
    internal async Task<AudienceExport> ExportAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        var found = new List<AudienceCustomer>();
        for (var group = 0; group < AudienceBucket.Groups; group++)
        {
            var buckets = await customers.LoadAsync(group, cancellationToken);
            found.AddRange(buckets.Values.SelectMany(bucket => bucket.Customers).Where(customer => IsAt(customer, address)));
        }

        var subscriber = await subscribers.FindAsync(address.Hash, cancellationToken);
        return new(
            [.. found.Select(ExportedAudienceCustomer.Of)],
            subscriber?.Value.ConfirmedAt,
            subscriber?.Value.Components ?? [],
            await optOuts.FindAsync(address.Hash, cancellationToken)
        );
    }

    private async Task EraseAsync(int group, EmailAddress address, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await customers.LoadAsync(group, cancellationToken);
            var changes = before
                .Select(bucket => (bucket.Key, Change: BucketChange.Without(bucket.Value.Customers, one => IsAt(one, address))))
                .Where(one => !one.Change.IsNothing)
                .ToDictionary(one => one.Key, one => one.Change);
            if (changes.Count == 0 || await customers.SaveAsync(group, before, changes, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException("A customer could not be erased from the audience because others kept changing it.");
    }

    private static bool IsAt(AudienceCustomer customer, EmailAddress address) =>
        EmailAddress.TryParse(customer.Email, out var own) && own == address;
}

/// <summary>What audiences know of an address.</summary>
/// <param name="Customers">What imports said.</param>
/// <param name="SubscribedAt">When a subscription was confirmed; null without one.</param>
/// <param name="SubscribedTo">The components of the subscription; empty for everything.</param>
/// <param name="OptOut">What notices are not wanted; null when all are.</param>
internal sealed record AudienceExport(
    IReadOnlyList<ExportedAudienceCustomer> Customers,
    DateTimeOffset? SubscribedAt,
    IReadOnlyList<string> SubscribedTo,
    NoticeOptOut? OptOut
);

/// <summary>A customer in an export.</summary>
/// <param name="Id">The id in the system the import came from.</param>
/// <param name="Email">The address.</param>
/// <param name="Name">The name.</param>
/// <param name="Language">The language.</param>
/// <param name="Region">The region.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Products">What they bought.</param>
/// <param name="Components">What they use.</param>
/// <param name="Tags">What else they are called.</param>
internal sealed record ExportedAudienceCustomer(
    string Id,
    string Email,
    string? Name,
    string Language,
    string? Region,
    string? Plan,
    IReadOnlyList<string> Products,
    IReadOnlyList<string> Components,
    IReadOnlyList<string> Tags
)
{
    /// <summary>Makes it.</summary>
    public static ExportedAudienceCustomer Of(AudienceCustomer one) =>
        new(one.Id, one.Email, one.Name, one.Language, one.Region, one.Plan, one.Products, one.Components, one.Tags);
}
