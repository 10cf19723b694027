using System.Runtime.CompilerServices;
using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Outages.Audience.Subscriptions;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience;

/// <summary>
/// Finds an audience among linked cases, in the parts of the index it names and among the subscribers. Somebody who is found for two reasons comes twice:
/// who puts them together is the frozen audience, one row per address.
/// </summary>
internal sealed class AudienceSource(AudienceStore customers, SubscriberStore subscribers, ILinkedCaseSource cases) : IAudienceSource
{
    private const string SubscriberSegment = "subscriber";

    /// <inheritdoc/>
    public async IAsyncEnumerable<AudienceMember> FindAsync(
        AudienceRule rule,
        string incidentId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (rule.LinkedCases)
        {
            await foreach (var member in cases.OfAsync(incidentId, cancellationToken))
            {
                yield return member;
            }
        }

        foreach (var key in KeysOf(rule))
        {
            await foreach (var customer in customers.MembersAsync(key, cancellationToken))
            {
                if (
                    IsAmong(rule.Regions, customer.Region)
                    && IsAmong(rule.Plans, customer.Plan)
                    && EmailAddress.TryParse(customer.Email, out var address)
                )
                {
                    yield return new(address, customer.Name, customer.Language, key.Segment);
                }
            }
        }

        if (rule.Subscribers)
        {
            await foreach (var subscriber in subscribers.ConfirmedAsync(cancellationToken))
            {
                if (subscriber.Components.Count == 0 || subscriber.Components.Intersect(rule.Components, StringComparer.Ordinal).Any())
                {
                    yield return new(subscriber.Address, null, subscriber.Language, SubscriberSegment);
                }
            }
        }
    }

    private static IEnumerable<AudienceKey> KeysOf(AudienceRule rule) =>
        rule
            .Components.Select(value => new AudienceKey(AudienceKind.Component, ImportRules.Entry(value)))
            .Concat(rule.Products.Select(value => new AudienceKey(AudienceKind.Product, ImportRules.Entry(value))))
            .Concat(rule.Tags.Select(value => new AudienceKey(AudienceKind.Tag, ImportRules.Entry(value))))
            .Distinct();

    private static bool IsAmong(IReadOnlyList<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.OrdinalIgnoreCase));
}
