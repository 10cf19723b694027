using SupportPipeline.Cases;
using SupportPipeline.Customers;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Linking;

/// <summary>By which way the customer of a linked case wants to hear that it is over. One read for each case.</summary>
public sealed class WantedChannel(CustomerBook customers)
{
    private const string Mail = "email";

    /// <summary>The way he prefers; null when it is mail, or nobody works on the case any more who could use another.</summary>
    internal async Task<string?> OtherThanMailAsync(CaseListItem item, CancellationToken cancellationToken)
    {
        if (item.State == KebabCase.NameOf(CaseState.Closed))
        {
            return null;
        }

        if (!EmailAddress.TryParse(item.CustomerAddress, out var address))
        {
            return "no-address";
        }

        var wanted = await customers.PreferredChannelAsync(address, cancellationToken);
        return wanted is null or Mail ? null : wanted;
    }
}
