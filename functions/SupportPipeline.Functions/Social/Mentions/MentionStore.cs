using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions.Trend;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.Social.Mentions;

/// <summary>The mentions. What belongs to one lies in the partition of its brand and day, so that an act and what it changes are one entity-group transaction.</summary>
public sealed class MentionStore(TableServiceClient tables)
{
    private readonly TableClient _mentions = tables.GetTableClient(StorageNames.MentionsTable);

    /// <summary>A mention; null when there is none.</summary>
    internal Task<StoredMention?> LoadAsync(MentionId id, CancellationToken cancellationToken) =>
        LoadAsync(id, isCopy: false, cancellationToken);

    /// <summary>A mention; null when there is none.</summary>
    /// <param name="id">The mention.</param>
    /// <param name="isCopy">Whether it is probably a copy, and is looked for among them first.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<StoredMention?> LoadAsync(MentionId id, bool isCopy, CancellationToken cancellationToken)
    {
        foreach (var kind in (string[])(isCopy ? [MentionRows.Copy, MentionRows.First] : [MentionRows.First, MentionRows.Copy]))
        {
            var found = await _mentions.GetEntityIfExistsAsync<TableEntity>(
                id.Partition,
                kind + id.Inverted,
                cancellationToken: cancellationToken
            );
            if (found.HasValue)
            {
                return MentionRows.ToMention(found.Value!);
            }
        }

        return null;
    }

    /// <summary>A mention with its timeline and the answers to it; null when there is none.</summary>
    internal async Task<MentionHistory?> LoadHistoryAsync(MentionId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var entries = await RowsAsync($"{MentionRows.Entry}{id.Order}|", id, cancellationToken);
        var replies = await RowsAsync($"{MentionRows.Reply}{id.Order}|", id, cancellationToken);
        return new(stored, entries.ConvertAll(MentionRows.ToEntry), replies.ConvertAll(MentionRows.ToReply));
    }

    /// <summary>One answer; null when there is none.</summary>
    internal async Task<PublicReply?> LoadReplyAsync(MentionId id, string replyId, CancellationToken cancellationToken)
    {
        var found = await _mentions.GetEntityIfExistsAsync<TableEntity>(
            id.Partition,
            $"{MentionRows.Reply}{id.Order}|{replyId}",
            cancellationToken: cancellationToken
        );
        return found.HasValue ? MentionRows.ToReply(found.Value!) : null;
    }

    /// <summary>Stores a change as a whole.</summary>
    /// <returns>The mention as it stands now; null when somebody else was faster: load and decide again.</returns>
    internal async Task<StoredMention?> SaveAsync(MentionChange change, CancellationToken cancellationToken)
    {
        var id = change.After.Id;
        var actions = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.UpdateReplace, MentionRows.From(change.After), change.Before.ETag),
        };
        actions.AddRange(change.Entries.Select(entry => Put(MentionRows.From(id, entry))));
        actions.AddRange(change.Replies.Select(reply => Put(MentionRows.From(id, reply))));
        try
        {
            var responses = (await _mentions.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new(change.After, responses[0].Headers.ETag!.Value);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>The mentions of a brand from a moment to another, firsts and copies, newest first within a day and kind; at most so many.</summary>
    internal async Task<IReadOnlyList<Mention>> WindowAsync(
        string brand,
        DateTimeOffset from,
        DateTimeOffset until,
        int max,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Mention>();
        for (var day = DateOnly.FromDateTime(until.UtcDateTime); day >= DateOnly.FromDateTime(from.UtcDateTime); day = day.AddDays(-1))
        {
            foreach (var kind in (string[])[MentionRows.First, MentionRows.Copy])
            {
                var filter = TableClient.CreateQueryFilter(
                    $"PartitionKey eq {MentionId.PartitionOf(brand, day)} and RowKey gt {kind + MentionId.InvertedAt(until)} and RowKey le {kind + MentionId.InvertedAt(from)}"
                );
                await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                {
                    if (found.Count == max)
                    {
                        return found;
                    }

                    found.Add(MentionRows.ToMention(row).Mention);
                }
            }
        }

        return found;
    }

    /// <summary>The counts of a brand's quarters of an hour from a moment to another; those without a mention are left out. One query for each day.</summary>
    internal async Task<IReadOnlyDictionary<DateTimeOffset, MentionCounts>> CountsAsync(
        string brand,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<DateTimeOffset, MentionCounts>();
        for (var day = from.UtcDateTime.Date; day < until.UtcDateTime; day = day.AddDays(1))
        {
            var start = new DateTimeOffset(day, TimeSpan.Zero);
            var first = from <= start ? 0 : MentionCountRows.SlotOf(from);
            var last = until >= start.AddDays(1) ? 95 : MentionCountRows.SlotOf(until.AddTicks(-1));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {MentionId.PartitionOf(brand, DateOnly.FromDateTime(day))} and RowKey ge {MentionCountRows.KeyOf(first)} and RowKey le {MentionCountRows.KeyOf(last)}"
            );
            await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                found[start + (MentionCountRows.Slot * MentionCountRows.SlotOf(row))] = MentionCountRows.ToCounts(row);
            }
        }

        return found;
    }

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private async Task<List<TableEntity>> RowsAsync(string prefix, MentionId id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.Partition} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + "}"}"
        );
        var rows = new List<TableEntity>();
        await foreach (var row in _mentions.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
