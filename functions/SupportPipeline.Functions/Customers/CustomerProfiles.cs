using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Customers;

/// <summary>Reads customers as agents see them: one person, whatever identity led to them.</summary>
public sealed class CustomerProfiles(CustomerStore customers, SuppressionList suppressions, Organisation organisation, TimeProvider clock)
{
    /// <summary>The record that holds the profile; null when there is none.</summary>
    /// <param name="idOrAddress">The id of any record of the person, or an email address.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<StoredCustomer?> FindAsync(string idOrAddress, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(idOrAddress, cancellationToken) is not { } own)
        {
            return null;
        }

        return own.Customer.MergedInto is { } into ? await customers.LoadAsync(into, cancellationToken) : own;
    }

    /// <summary>The record itself, also when it points to another; null when there is none, or only what an erasure left.</summary>
    internal async Task<StoredCustomer?> FindOwnAsync(string idOrAddress, CancellationToken cancellationToken)
    {
        var id =
            CustomerIds.IsId(idOrAddress) ? idOrAddress
            : EmailAddress.TryParse(idOrAddress, out var address) ? CustomerIds.Of(address)
            : null;
        return id is null ? null : await customers.LoadAsync(id, cancellationToken);
    }

    /// <summary>Every record of a person, the one with the profile first.</summary>
    internal async Task<IReadOnlyList<CustomerRecord>> MembersAsync(CustomerRecord profile, CancellationToken cancellationToken)
    {
        var members = await Task.WhenAll(profile.Merged.Select(one => customers.LoadAsync(one.Id, cancellationToken)));
        return [profile, .. members.OfType<StoredCustomer>().Select(stored => stored.Customer).Where(one => one.MergedInto == profile.Id)];
    }

    /// <summary>The customer as the API shows them.</summary>
    internal async Task<CustomerDocument> DescribeAsync(CustomerRecord profile, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(profile, cancellationToken);
        var logs = await Task.WhenAll(members.Select(one => customers.ReadLogAsync(one.Id, cancellationToken)));
        var now = clock.GetUtcNow();
        var suppressed = await Task.WhenAll(members.Select(one => SuppressionAsync(one, now, cancellationToken)));
        return CustomerDocument.Of(members, [.. logs.SelectMany(log => log)], organisation, now) with
        {
            Suppressions = [.. suppressed.OfType<SuppressionDocument>()],
        };
    }

    private async Task<SuppressionDocument?> SuppressionAsync(
        CustomerRecord record,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (!EmailAddress.TryParse(record.Identity?.Value, out var address))
        {
            return null;
        }

        var found = await suppressions.FindAsync(address, now, cancellationToken);
        return found is null ? null : new(address.Value, found.Code, found.At, found.Until, found.Detail);
    }
}
