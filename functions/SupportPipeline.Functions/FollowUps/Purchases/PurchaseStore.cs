using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>The purchases we were told of, each in a partition of its own: <c>purchase|hash of the shop's id</c>.</summary>
public sealed class PurchaseStore(TableServiceClient tables)
{
    private const string RowKey = "purchase";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.FollowUpsTable);

    /// <summary>Keeps a purchase.</summary>
    /// <returns>The purchase as it was kept first, and whether that was now.</returns>
    internal async Task<(Purchase Kept, bool IsNew)> KeepAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition(purchase.Key), RowKey)
        {
            ["Email"] = purchase.Customer.Value,
            ["Name"] = purchase.Name,
            ["Language"] = purchase.Language,
            ["Product"] = purchase.Product,
            ["CheckInAt"] = purchase.CheckInAt,
        };
        try
        {
            await _rows.AddEntityAsync(row, cancellationToken);
            return (purchase, true);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return (await FindAsync(purchase.Key, cancellationToken) ?? purchase, false);
        }
    }

    /// <summary>A purchase; null when it is not known, or its customer is not to be known any more.</summary>
    internal async Task<Purchase?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Partition(key), RowKey, cancellationToken: cancellationToken);
        return found.HasValue && EmailAddress.TryParse(found.Value!.GetString("Email"), out var customer)
            ? new(
                key,
                customer,
                found.Value.GetString("Name"),
                found.Value.GetString("Language") ?? "und",
                found.Value.GetString("Product") ?? "",
                found.Value.GetDateTimeOffset("CheckInAt") ?? default
            )
            : null;
    }

    private static string Partition(string key) => "purchase|" + key;
}
