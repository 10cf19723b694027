using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>The dead letters.</summary>
public sealed class DeadLetterStore(TableServiceClient tables)
{
    private readonly TableClient _letters = tables.GetTableClient(StorageNames.DeadLettersTable);

    /// <summary>Adds one that waits; one that is there already, in whatever state, stays as it is.</summary>
    /// <returns>Whether it is new.</returns>
    internal async Task<bool> AddAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        // Moved on in the meantime: this is a late second delivery of the poison message.
        if (await FindAsync(letter.Id, cancellationToken) is not null)
        {
            return false;
        }

        try
        {
            await _letters.AddEntityAsync(DeadLetterRows.Write(letter), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return false;
        }
    }

    /// <summary>One, in whatever state; null when there is none.</summary>
    internal async Task<StoredDeadLetter?> FindAsync(DeadLetterId id, CancellationToken cancellationToken)
    {
        foreach (var state in Enum.GetValues<DeadLetterState>())
        {
            var key = DeadLetterRows.Key(state, id.Key);
            var found = await _letters.GetEntityIfExistsAsync<TableEntity>(id.Queue, key, cancellationToken: cancellationToken);
            if (found.HasValue)
            {
                return new(DeadLetterRows.Read(found.Value!), found.Value!.ETag);
            }
        }

        return null;
    }

    /// <summary>A page of those in one state, newest first.</summary>
    internal async Task<(IReadOnlyList<StoredDeadLetter> Items, string? Next)> ListAsync(
        string queue,
        DeadLetterState state,
        int limit,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var prefix = DeadLetterRows.Prefix(state);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {queue} and RowKey gt {prefix + after} and RowKey lt {prefix + "~"}");
        var items = new List<StoredDeadLetter>();
        await foreach (var row in _letters.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken))
        {
            if (items.Count == limit)
            {
                return (items, items[^1].Letter.Id.Key);
            }

            items.Add(new(DeadLetterRows.Read(row), row.ETag));
        }

        return (items, null);
    }

    /// <summary>How many of a queue wait, counted up to a limit; 0 when there is no table yet.</summary>
    internal async Task<int> CountWaitingAsync(string queue, int atMost, CancellationToken cancellationToken)
    {
        var prefix = DeadLetterRows.Prefix(DeadLetterState.Waiting);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {queue} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");
        var count = 0;
        try
        {
            await foreach (var _ in _letters.QueryAsync<TableEntity>(filter, null, ["RowKey"], cancellationToken))
            {
                if (++count == atMost)
                {
                    break;
                }
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return 0;
        }

        return count;
    }

    /// <summary>Marks one that waits as being put back; null when somebody else was faster.</summary>
    internal async Task<StoredDeadLetter?> TryClaimAsync(StoredDeadLetter waiting, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var claimed = waiting.Letter with { ClaimedAt = at };
        try
        {
            var response = await _letters.UpdateEntityAsync(
                DeadLetterRows.Write(claimed),
                waiting.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return new(claimed, response.Headers.ETag!.Value);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Moves one that waits to another state, in one transaction; false when somebody else was faster.</summary>
    internal async Task<bool> TryMoveAsync(StoredDeadLetter before, DeadLetter after, CancellationToken cancellationToken)
    {
        var actions = new TableTransactionAction[]
        {
            new(TableTransactionActionType.Delete, DeadLetterRows.Write(before.Letter), before.ETag),
            new(TableTransactionActionType.UpsertReplace, DeadLetterRows.Write(after)),
        };
        try
        {
            await _letters.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return false;
        }
    }
}

/// <summary>A dead letter as it stands in storage.</summary>
internal sealed record StoredDeadLetter(DeadLetter Letter, ETag ETag);
