using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// What was sent automatically to each address. An address has a number of slots per day; a reply takes the first free one by inserting a row, which is
/// at once the cap against loops and the claim made before the mail service is asked: a reply that finds itself in a slot was tried before.
/// Slots are filled without gaps and never emptied, so two processes cannot give the same reply two slots.
/// </summary>
public sealed class SendLedger(TableServiceClient tables, IOptions<RepliesOptions> options, TimeProvider clock)
{
    private readonly TableClient _customers = tables.GetTableClient(StorageNames.CustomersTable);

    /// <summary>Claims the first attempt of a reply. What a person wrote has a row of its own and is not capped.</summary>
    internal Task<SendClaim> ClaimAsync(Reply reply, CancellationToken cancellationToken) =>
        reply.IsAutomatic ? ClaimSlotAsync(reply, cancellationToken) : ClaimOwnRowAsync(reply, cancellationToken);

    private async Task<SendClaim> ClaimOwnRowAsync(Reply reply, CancellationToken cancellationToken)
    {
        var row = Row(reply, $"person|{reply.CaseId}|{reply.Id}", NewAttempt());
        try
        {
            await _customers.AddEntityAsync(row, cancellationToken);
            return new SendClaim.Granted();
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            var own = (
                await _customers.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken)
            ).Value;
            return GrantedOrHeld(own, row.GetString("Attempt"));
        }
    }

    private async Task<SendClaim> ClaimSlotAsync(Reply reply, CancellationToken cancellationToken)
    {
        // The day of the reply, not of now: a reply that is claimed again after midnight has to find its slot.
        var day = string.Create(CultureInfo.InvariantCulture, $"auto|{reply.CreatedAt.UtcDateTime:yyyyMMdd}|");
        var attempt = NewAttempt();
        for (var slot = 0; slot < options.Value.MaxAutomaticPerAddressAndDay; )
        {
            var row = Row(reply, SlotKey(day, slot), attempt);
            try
            {
                await _customers.AddEntityAsync(row, cancellationToken);
                return new SendClaim.Granted();
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                var taken = await ReadSlotsAsync(row.PartitionKey, day, cancellationToken);
                if (
                    taken.Find(other => other.GetString("CaseId") == reply.CaseId.Value && other.GetString("ReplyId") == reply.Id) is
                    { } own
                )
                {
                    return GrantedOrHeld(own, attempt);
                }

                slot = taken.Count;
            }
        }

        return new SendClaim.CapReached();
    }

    /// <summary>The storage client repeats an insert whose answer got lost, and then meets its own row.</summary>
    private static SendClaim GrantedOrHeld(TableEntity own, string attempt) =>
        own.GetString("Attempt") == attempt ? new SendClaim.Granted() : new SendClaim.Held(own.GetDateTimeOffset("ClaimedAt") ?? default);

    private TableEntity Row(Reply reply, string key, string attempt) =>
        new("addr|" + reply.To.Hash, key)
        {
            ["CaseId"] = reply.CaseId.Value,
            ["ReplyId"] = reply.Id,
            ["Attempt"] = attempt,
            ["ClaimedAt"] = clock.GetUtcNow(),
        };

    private static string NewAttempt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private async Task<List<TableEntity>> ReadSlotsAsync(string partition, string day, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {day} and RowKey lt {day + "~"}");
        var slots = new List<TableEntity>();
        await foreach (var row in _customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            slots.Add(row);
        }

        return slots;
    }

    private static string SlotKey(string day, int slot) => day + slot.ToString("D3", CultureInfo.InvariantCulture);
}

/// <summary>How a claim ended.</summary>
internal abstract record SendClaim
{
    private SendClaim() { }

    /// <summary>Nobody tried before: send.</summary>
    public sealed record Granted : SendClaim;

    /// <summary>The reply was claimed before, at this time; how that ended is not recorded.</summary>
    public sealed record Held(DateTimeOffset At) : SendClaim;

    /// <summary>The address has had enough for that day.</summary>
    public sealed record CapReached : SendClaim;
}
