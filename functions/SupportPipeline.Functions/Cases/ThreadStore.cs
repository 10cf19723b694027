using Azure;
using Azure.Data.Tables;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The external message ids we have seen: one partition per id. The row <c>link</c> leads to the case (threading) and says which delivery was the first
/// (deduplication); a further row <c>seen|recipient|fingerprint</c> is for a different mail under the same id. Rows are only ever inserted, so two
/// processes cannot both be first.
/// </summary>
public sealed class ThreadStore(TableServiceClient tables)
{
    private const string LinkKey = "link";
    private const string SeenPrefix = "seen|";
    private const string DeliveryProperty = "Delivery";

    private readonly TableClient _threads = tables.GetTableClient(StorageNames.ThreadsTable);

    /// <summary>The case that holds the message with an external id; null when we have not seen it.</summary>
    internal async Task<TimeOrderedId?> FindAsync(string externalId, CancellationToken cancellationToken)
    {
        var found = await _threads.GetEntityIfExistsAsync<TableEntity>(
            PartitionKey(externalId),
            LinkKey,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? TimeOrderedId.Parse(found.Value!.GetString("CaseId")) : null;
    }

    /// <summary>Claims a message for a case; the claim survives a crash and is found again when the queue message comes again.</summary>
    internal async Task<ThreadClaim> ClaimAsync(
        ThreadKey key,
        TimeOrderedId messageId,
        TimeOrderedId caseId,
        CancellationToken cancellationToken
    )
    {
        var partition = PartitionKey(key.ExternalId);
        var claim = Row(partition, LinkKey, key, messageId, caseId);
        while (true)
        {
            try
            {
                await _threads.AddEntityAsync(claim, cancellationToken);
                return new ThreadClaim.First();
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                if (await ReadAsync(partition, key, messageId, cancellationToken) is { } earlier)
                {
                    return earlier;
                }

                // The id is used again for a different mail (some clients always send the same): the link stays, the mail is new.
                claim = Row(partition, SeenPrefix + Delivery(key), key, messageId, caseId);
            }
        }
    }

    /// <summary>Lets an external id lead to another case from now on, when it still leads to the old one.</summary>
    internal async Task MoveAsync(string externalId, TimeOrderedId from, TimeOrderedId to, CancellationToken cancellationToken)
    {
        var partition = PartitionKey(MessageIds.Normalize(externalId));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _threads.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.GetString("CaseId") == from.Value && row.GetString("MessageId") == to.Value)
            {
                row["CaseId"] = to.Value;
                await _threads.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    /// <summary>Who has claimed a message, without claiming it: <see cref="ThreadClaim.Duplicate"/> when it is another one; null when nobody has.</summary>
    internal Task<ThreadClaim?> FindClaimAsync(ThreadKey key, TimeOrderedId messageId, CancellationToken cancellationToken) =>
        ReadAsync(PartitionKey(key.ExternalId), key, messageId, cancellationToken);

    private async Task<ThreadClaim?> ReadAsync(
        string partition,
        ThreadKey key,
        TimeOrderedId messageId,
        CancellationToken cancellationToken
    )
    {
        ThreadClaim? result = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _threads.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var delivery = row.GetString(DeliveryProperty);
            if (!delivery.EndsWith(key.Fingerprint, StringComparison.Ordinal))
            {
                continue;
            }

            var (firstId, caseId) = (TimeOrderedId.Parse(row.GetString("MessageId")), TimeOrderedId.Parse(row.GetString("CaseId")));
            if (firstId == messageId)
            {
                return new ThreadClaim.Ours(caseId);
            }

            if (delivery == Delivery(key))
            {
                result = new ThreadClaim.Duplicate(firstId, caseId, ReasonCode.DuplicateMessage);
            }

            result ??= new ThreadClaim.Duplicate(firstId, caseId, ReasonCode.SameMessageOtherAddress);
        }

        return result;
    }

    private static TableEntity Row(string partition, string rowKey, ThreadKey key, TimeOrderedId messageId, TimeOrderedId caseId) =>
        new(partition, rowKey)
        {
            ["MessageId"] = messageId.Value,
            ["CaseId"] = caseId.Value,
            [DeliveryProperty] = Delivery(key),
        };

    private static string PartitionKey(string externalId) => StableHash.Of("message-id:" + externalId);

    private static string Delivery(ThreadKey key) => $"{key.RecipientHash}|{key.Fingerprint}";
}

/// <summary>What makes two deliveries the same message: its external id, the recipient of ours and what it says.</summary>
/// <param name="ExternalId">The Message-ID, or a hash of the content when it has none.</param>
/// <param name="RecipientHash">A hash of the envelope recipients.</param>
/// <param name="Fingerprint">A hash of sender, date, subject and body.</param>
internal sealed record ThreadKey(string ExternalId, string RecipientHash, string Fingerprint);

/// <summary>How claiming a message ended.</summary>
internal abstract record ThreadClaim
{
    private ThreadClaim() { }

    /// <summary>Nobody had it before.</summary>
    public sealed record First : ThreadClaim;

    /// <summary>We had claimed it ourselves, for this case; the queue message came again.</summary>
    public sealed record Ours(TimeOrderedId CaseId) : ThreadClaim;

    /// <summary>An earlier delivery has it.</summary>
    public sealed record Duplicate(TimeOrderedId FirstMessageId, TimeOrderedId CaseId, string Reason) : ThreadClaim;
}
