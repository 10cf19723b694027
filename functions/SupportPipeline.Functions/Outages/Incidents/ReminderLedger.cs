using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Which reminders went to whom. A row is written before the mail service is asked, so nobody gets one twice, whatever dies in between.</summary>
public sealed class ReminderLedger(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient _rows = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <summary>Claims a reminder to an address; false when it was claimed before.</summary>
    internal async Task<bool> TryClaimAsync(Reminder reminder, EmailAddress to, CancellationToken cancellationToken)
    {
        var (partition, key) = (Partition(reminder), to.Hash);
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        if (found.HasValue)
        {
            return false;
        }

        var attempt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        try
        {
            await _rows.AddEntityAsync(
                new TableEntity(partition, key)
                {
                    ["Reminder"] = reminder.Key,
                    ["Attempt"] = attempt,
                    ["ClaimedAt"] = clock.GetUtcNow(),
                },
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // The storage client repeats an insert whose answer got lost, and then meets its own row.
            var row = await _rows.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            return row.HasValue && row.Value!.GetString("Attempt") == attempt;
        }
    }

    /// <summary>Gives a claim back: the mail service certainly did not take the mail.</summary>
    internal Task ReleaseAsync(Reminder reminder, EmailAddress to, CancellationToken cancellationToken) =>
        _rows.DeleteEntityAsync(Partition(reminder), to.Hash, ETag.All, cancellationToken);

    private static string Partition(Reminder reminder) => "reminder|" + StableHash.Of(reminder.Key);
}
