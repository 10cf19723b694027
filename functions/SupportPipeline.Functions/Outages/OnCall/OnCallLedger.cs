using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.OnCall;

/// <summary>Which mails to on-call staff went to whom. A row is written before the mail service is asked, so nobody gets one twice, whatever dies in between.</summary>
public sealed class OnCallLedger(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient _rows = tables.GetTableClient(StorageNames.IncidentsTable);

    /// <summary>Claims a mail to an address; false when it was claimed before.</summary>
    internal async Task<bool> TryClaimAsync(string mail, EmailAddress to, CancellationToken cancellationToken)
    {
        var (partition, key) = (Partition(mail), to.Hash);
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
                    ["Reminder"] = mail,
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
    internal Task ReleaseAsync(string mail, EmailAddress to, CancellationToken cancellationToken) =>
        _rows.DeleteEntityAsync(Partition(mail), to.Hash, ETag.All, cancellationToken);

    private static string Partition(string mail) => "reminder|" + StableHash.Of(mail);
}
