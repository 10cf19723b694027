using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// Subscribers, <c>subscriber|shard</c> / hash of the address, and what was asked for and not yet looked at, <c>request</c> / id. Everybody who is told is read
/// from the subscribers themselves: they are few beside the customers, and one row says it all.
/// </summary>
public sealed class SubscriberStore(TableServiceClient tables)
{
    private const string Prefix = "subscriber|";
    private const string AfterPrefix = "subscriber}";
    private const string Requests = "request";

    private readonly TableClient _subscribers = tables.GetTableClient(StorageNames.SubscribersTable);

    /// <summary>A subscriber; null when there is none.</summary>
    internal async Task<StoredSubscriber?> FindAsync(string addressHash, CancellationToken cancellationToken)
    {
        var found = await _subscribers.GetEntityIfExistsAsync<TableEntity>(
            Partition(addressHash),
            addressHash,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? new(ToSubscriber(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Writes a subscriber.</summary>
    /// <returns>False when somebody else changed it since it was read.</returns>
    internal async Task<bool> TrySaveAsync(StoredSubscriber? before, Subscriber after, CancellationToken cancellationToken)
    {
        try
        {
            _ = before is null
                ? await _subscribers.AddEntityAsync(ToRow(after), cancellationToken)
                : await _subscribers.UpdateEntityAsync(ToRow(after), before.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Removes a subscriber; nothing happens when there is none.</summary>
    internal Task RemoveAsync(string addressHash, CancellationToken cancellationToken) =>
        _subscribers.DeleteEntityAsync(Partition(addressHash), addressHash, ETag.All, cancellationToken);

    /// <summary>Everybody who confirmed.</summary>
    internal async IAsyncEnumerable<Subscriber> ConfirmedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {AfterPrefix} and IsConfirmed eq {true}");
        await foreach (var row in _subscribers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ToSubscriber(row);
        }
    }

    /// <summary>Removes who was mailed before a moment and never confirmed, and requests from before it.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> RemoveUnconfirmedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {Prefix} and PartitionKey lt {AfterPrefix} and IsConfirmed eq {false} and MailedAt lt {before}"
        );
        await foreach (var row in _subscribers.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            removed += await RemoveAsync(row, cancellationToken);
        }

        var old = TableClient.CreateQueryFilter($"PartitionKey eq {Requests} and At lt {before}");
        await foreach (var row in _subscribers.QueryAsync<TableEntity>(old, cancellationToken: cancellationToken))
        {
            removed += await RemoveAsync(row, cancellationToken);
        }

        return removed;
    }

    /// <summary>Keeps a request until it is looked at.</summary>
    internal Task AddRequestAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
        _subscribers.UpsertEntityAsync(
            new TableEntity(Requests, request.Id.Value)
            {
                ["Email"] = request.Address.Value,
                ["Language"] = request.Language,
                ["Components"] = string.Join(';', request.Components),
                ["At"] = request.Id.CreatedAt,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>A request; null when it was looked at.</summary>
    internal async Task<SubscriptionRequest?> FindRequestAsync(string id, CancellationToken cancellationToken)
    {
        var found = await _subscribers.GetEntityIfExistsAsync<TableEntity>(Requests, id, cancellationToken: cancellationToken);
        return
            found.HasValue
            && found.Value is { } row
            && TimeOrderedId.TryParse(id, out var requestId)
            && EmailAddress.TryParse(row.GetString("Email"), out var address)
            ? new(requestId, address, row.GetString("Language"), List(row, "Components"))
            : null;
    }

    /// <summary>Forgets a request.</summary>
    internal Task RemoveRequestAsync(string id, CancellationToken cancellationToken) =>
        _subscribers.DeleteEntityAsync(Requests, id, ETag.All, cancellationToken);

    /// <summary>Not when it has changed since: it may just have been confirmed.</summary>
    private async Task<int> RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await _subscribers.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return 1;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return 0;
        }
    }

    private static TableEntity ToRow(Subscriber subscriber) =>
        new(Partition(subscriber.Address.Hash), subscriber.Address.Hash)
        {
            ["Email"] = subscriber.Address.Value,
            ["Language"] = subscriber.Language,
            ["IsConfirmed"] = subscriber.ConfirmedAt is not null,
            ["ConfirmedAt"] = subscriber.ConfirmedAt,
            ["Components"] = string.Join(';', subscriber.Components),
            ["Asked"] = string.Join(';', subscriber.Asked),
            ["RequestId"] = subscriber.RequestId,
            ["MailedAt"] = subscriber.MailedAt,
            ["Mail"] = subscriber.Mail.ToString(),
        };

    private static Subscriber ToSubscriber(TableEntity row) =>
        new()
        {
            Address = EmailAddress.TryParse(row.GetString("Email"), out var address)
                ? address
                : throw new FormatException("A subscriber's address cannot be read."),
            Language = row.GetString("Language"),
            ConfirmedAt = row.GetDateTimeOffset("ConfirmedAt"),
            Components = List(row, "Components"),
            Asked = List(row, "Asked"),
            RequestId = row.GetString("RequestId"),
            MailedAt = row.GetDateTimeOffset("MailedAt") ?? default,
            Mail = Enum.Parse<ConfirmationState>(row.GetString("Mail")),
        };

    private static string[] List(TableEntity row, string name) => row.GetString(name).Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string Partition(string addressHash) => Prefix + addressHash[..1];
}
