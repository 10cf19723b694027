using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// The addresses that get no mail, in the table of customers: <c>addr|hash</c> / <c>suppressed</c>, which delivery reads, and beside it
/// <c>unsubscribed</c>, which only mail nobody asked for has to respect. <c>suppressions</c> / <c>hash</c> is the list that people see; it is written
/// first, so nothing holds that is not listed. <c>suppressed|day</c> / <c>hash</c> says what came to it on a day, for those who send to many.
/// </summary>
public sealed class SuppressionList(TableServiceClient tables, TimeProvider clock)
{
    private const string SuppressedRow = "suppressed";
    private const string UnsubscribedRow = "unsubscribed";
    private const string ListPartition = "suppressions";
    private const int MaxTries = 20;

    private readonly TableClient _customers = tables.GetTableClient(StorageNames.CustomersTable);

    /// <summary>The suppression of an address at a moment; null when there is none. One storage operation.</summary>
    internal async Task<Suppression?> FindAsync(EmailAddress address, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(PartitionOf(address), SuppressedRow, cancellationToken);
        return row is not null && row.GetDateTimeOffset("LiftedAt") is null && ToSuppression(row) is var found && found.HoldsAt(at)
            ? found
            : null;
    }

    /// <summary>Suppresses an address. What lasts longer stays; what happened before the last lifting changes nothing.</summary>
    internal async Task AddAsync(EmailAddress address, Suppression suppression, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await ReadAsync(PartitionOf(address), SuppressedRow, cancellationToken);
            var liftedAt = before?.GetDateTimeOffset("LiftedAt");
            if (liftedAt >= suppression.At)
            {
                return;
            }

            var after = before is null || liftedAt is not null ? suppression : Suppression.Longer(ToSuppression(before), suppression);
            if (before is not null && liftedAt is null && ToSuppression(before) == after)
            {
                return;
            }

            await _customers.UpsertEntityAsync(
                Fill(new(ListPartition, address.Hash), address.Value, after),
                TableUpdateMode.Replace,
                cancellationToken
            );
            var now = clock.GetUtcNow();
            await _customers.UpsertEntityAsync(
                new TableEntity(DayPartition(now), address.Hash) { ["WrittenAt"] = now },
                TableUpdateMode.Replace,
                cancellationToken
            );
            if (await TryWriteAsync(before, Fill(new(PartitionOf(address), SuppressedRow), address.Value, after), cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException("A suppression could not be written because others kept changing it.");
    }

    /// <summary>Lets an address have mail again.</summary>
    /// <returns>The suppression that held; null when there was none.</returns>
    internal async Task<Suppression?> LiftAsync(string addressHash, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                await ReadAsync(PartitionOf(addressHash), SuppressedRow, cancellationToken) is not { } before
                || before.GetDateTimeOffset("LiftedAt") is not null
            )
            {
                await _customers.DeleteEntityAsync(ListPartition, addressHash, ETag.All, cancellationToken);
                return null;
            }

            var after = Fill(new(PartitionOf(addressHash), SuppressedRow), before.GetString("Address"), ToSuppression(before));
            (after["LiftedAt"], after["LiftedBy"]) = (at, by);
            if (await TryWriteAsync(before, after, cancellationToken))
            {
                await _customers.DeleteEntityAsync(ListPartition, addressHash, ETag.All, cancellationToken);
                return ToSuppression(before);
            }
        }

        throw new InvalidOperationException("A suppression could not be lifted because others kept changing it.");
    }

    /// <summary>The hashes of all addresses that are suppressed at a moment: one pass over the list, for an audience that is frozen.</summary>
    internal async IAsyncEnumerable<string> HashesAsync(DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ListPartition}");
        await foreach (var row in _customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ToSuppression(row).HoldsAt(at))
            {
                yield return row.RowKey;
            }
        }
    }

    /// <summary>The hashes of addresses that were suppressed since a moment, some of them lifted again: reads what is newer and the rest of that day.</summary>
    internal async IAsyncEnumerable<string> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = since.UtcDateTime.Date; day <= clock.GetUtcNow().UtcDateTime.Date; day = day.AddDays(1))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {DayPartition(new(day, TimeSpan.Zero))} and WrittenAt ge {since}");
            await foreach (var row in _customers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return row.RowKey;
            }
        }
    }

    /// <summary>A page of the suppressed addresses, in no order that means anything.</summary>
    internal async Task<(IReadOnlyList<ListedSuppression> Items, string? Next)> ListAsync(
        int limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ListPartition} and RowKey gt {after ?? ""}");
        var items = new List<ListedSuppression>();
        await foreach (var row in _customers.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken))
        {
            if (items.Count == limit)
            {
                return (items, items[^1].Id);
            }

            items.Add(new(row.RowKey, row.GetString("Address"), ToSuppression(row)));
        }

        return (items, null);
    }

    /// <summary>Notes whether somebody wants mail that was not asked for; the latest word counts.</summary>
    internal async Task ConsentAsync(EmailAddress address, bool isGiven, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var before = await ReadAsync(PartitionOf(address), UnsubscribedRow, cancellationToken);
            if (before?.GetDateTimeOffset("At") >= at)
            {
                return;
            }

            var after = new TableEntity(PartitionOf(address), UnsubscribedRow) { ["IsUnsubscribed"] = !isGiven, ["At"] = at };
            if (await TryWriteAsync(before, after, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException("A consent could not be written because others kept changing it.");
    }

    /// <summary>Whether somebody has unsubscribed from mail that was not asked for.</summary>
    internal async Task<bool> IsUnsubscribedAsync(EmailAddress address, CancellationToken cancellationToken) =>
        await ReadAsync(PartitionOf(address), UnsubscribedRow, cancellationToken) is { } row && row.GetBoolean("IsUnsubscribed") == true;

    private async Task<TableEntity?> ReadAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var found = await _customers.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private async Task<bool> TryWriteAsync(TableEntity? before, TableEntity after, CancellationToken cancellationToken)
    {
        try
        {
            _ = before is null
                ? await _customers.AddEntityAsync(after, cancellationToken)
                : await _customers.UpdateEntityAsync(after, before.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
    }

    private static TableEntity Fill(TableEntity row, string address, Suppression suppression)
    {
        row["Address"] = address;
        row["Code"] = suppression.Code;
        row["At"] = suppression.At;
        row["Until"] = suppression.Until;
        row["Status"] = suppression.Status;
        row["Detail"] = suppression.Detail;
        return row;
    }

    private static Suppression ToSuppression(TableEntity row) =>
        new()
        {
            Code = row.GetString("Code"),
            At = row.GetDateTimeOffset("At") ?? default,
            Until = row.GetDateTimeOffset("Until"),
            Status = row.GetString("Status"),
            Detail = row.GetString("Detail"),
        };

    private static string DayPartition(DateTimeOffset at) =>
        "suppressed|" + at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string PartitionOf(EmailAddress address) => PartitionOf(address.Hash);

    private static string PartitionOf(string addressHash) => "addr|" + addressHash;
}

/// <summary>A suppressed address in the list.</summary>
/// <param name="Id">The hash of the address, which names it in requests and logs.</param>
/// <param name="Address">The address.</param>
/// <param name="Suppression">Why and until when.</param>
internal sealed record ListedSuppression(string Id, string Address, Suppression Suppression);
