using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Lets one import write at a time: <c>import</c> / <c>lock</c>. It is taken from who has not said for two minutes that it goes on.</summary>
public sealed class ImportLock(TableServiceClient tables, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly TableClient _audience = tables.GetTableClient(StorageNames.AudienceTable);

    /// <summary>Takes it, or keeps it.</summary>
    /// <returns>False when another import has it.</returns>
    internal async Task<bool> TryHoldAsync(string owner, CancellationToken cancellationToken)
    {
        var row = new TableEntity("import", "lock") { ["Owner"] = owner, ["Until"] = clock.GetUtcNow() + Lease };
        var found = await _audience.GetEntityIfExistsAsync<TableEntity>("import", "lock", cancellationToken: cancellationToken);
        if (found.HasValue && found.Value!.GetString("Owner") != owner && found.Value.GetDateTimeOffset("Until") > clock.GetUtcNow())
        {
            return false;
        }

        try
        {
            _ = found.HasValue
                ? await _audience.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                : await _audience.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Gives it back.</summary>
    internal async Task ReleaseAsync(string owner)
    {
        var found = await _audience.GetEntityIfExistsAsync<TableEntity>("import", "lock", cancellationToken: CancellationToken.None);
        if (found.HasValue && found.Value!.GetString("Owner") == owner)
        {
            await _audience.DeleteEntityAsync("import", "lock", ETag.All, CancellationToken.None);
        }
    }
}
