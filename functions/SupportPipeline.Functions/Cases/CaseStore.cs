using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>The cases. Everything about one case is one partition, so that a change of it is one entity-group transaction.</summary>
public sealed class CaseStore(TableServiceClient tables)
{
    private readonly TableClient _cases = tables.GetTableClient(StorageNames.CasesTable);

    /// <summary>The snapshot of a case; null when there is none.</summary>
    internal async Task<StoredCase?> LoadAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        var found = await _cases.GetEntityIfExistsAsync<TableEntity>(caseId.Value, CaseRows.CaseKey, cancellationToken: cancellationToken);
        return found.HasValue ? new(CaseRows.ToCase(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>The case a message belongs to: a case that was joined into another hands over to that one, unless it holds the message already.</summary>
    internal async Task<StoredCase?> LoadForAsync(TimeOrderedId caseId, TimeOrderedId messageId, CancellationToken cancellationToken)
    {
        var found = await LoadAsync(caseId, cancellationToken);
        if (found?.Case.MergedInto is not { } into)
        {
            return found;
        }

        var held = await _cases.GetEntityIfExistsAsync<TableEntity>(
            caseId.Value,
            CaseRows.MessagePrefix + messageId,
            cancellationToken: cancellationToken
        );
        return held.HasValue ? found : await LoadAsync(into, cancellationToken) ?? found;
    }

    /// <summary>A case with its whole history; null when there is none.</summary>
    internal async Task<CaseHistory?> LoadHistoryAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        StoredCase? snapshot = null;
        var (messages, events, replies) = (new List<CaseMessage>(), new List<TimelineEvent>(), new List<StoredReply>());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId.Value}");
        await foreach (var row in _cases.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            switch (row.RowKey)
            {
                case CaseRows.CaseKey:
                    snapshot = new(CaseRows.ToCase(row), row.ETag);
                    break;
                case var key when key.StartsWith(CaseRows.MessagePrefix, StringComparison.Ordinal):
                    if (!CaseRows.IsMoved(row))
                    {
                        messages.Add(CaseRows.ToMessage(row));
                    }

                    break;
                case var key when key.StartsWith(CaseRows.EventPrefix, StringComparison.Ordinal):
                    events.Add(CaseRows.ToEvent(row));
                    break;
                case var key when key.StartsWith(CaseRows.ReplyPrefix, StringComparison.Ordinal):
                    replies.Add(new(CaseRows.ToReply(row), row.ETag));
                    break;
                default:
                    break;
            }
        }

        return snapshot is null ? null : new(snapshot, messages, events, replies);
    }

    /// <summary>Stores a change as a whole, as the next version of the case.</summary>
    internal async Task<CommitResult> CommitAsync(CaseChange change, CancellationToken cancellationToken)
    {
        var stored = change.Case with { Version = (change.Before?.Version ?? 0) + 1 };
        var snapshot = CaseRows.FromCase(stored);
        var actions = new List<TableTransactionAction>(2 + change.Replies.Count + change.Moved.Count + change.Events.Count);

        // Replies first: their new versions are read from the answers by place.
        actions.AddRange(change.Replies.Select(reply => Action(TableTransactionActionType.Add, CaseRows.FromReply(reply))));
        actions.AddRange(
            change.Moved.Select(moved => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                CaseRows.FromReply(moved.After),
                moved.Before.ETag
            ))
        );
        actions.Add(
            change.Expected is { } expected
                ? new(TableTransactionActionType.UpdateReplace, snapshot, expected)
                : Action(TableTransactionActionType.Add, snapshot)
        );
        if (change.Message is { } message)
        {
            actions.Add(Action(TableTransactionActionType.Add, CaseRows.FromMessage(stored.Id, message with { Version = stored.Version })));
        }

        if (change.MessageAgain is { } again)
        {
            actions.Add(new(TableTransactionActionType.UpdateReplace, CaseRows.FromMessage(stored.Id, again), ETag.All));
        }

        if (change.MessageLeaving is { } leaving)
        {
            actions.Add(new(TableTransactionActionType.UpdateReplace, CaseRows.FromMovedMessage(stored.Id, leaving), ETag.All));
        }

        actions.AddRange(
            change.Events.Select(happening =>
                Action(TableTransactionActionType.UpsertReplace, CaseRows.FromEvent(stored.Id, happening with { Version = stored.Version }))
            )
        );

        try
        {
            var responses = (await _cases.SubmitTransactionAsync(actions, cancellationToken)).Value;
            var replies = change.Replies.Concat(change.Moved.Select(moved => moved.After));
            return new CommitResult.Committed(
                stored,
                [.. replies.Select((reply, at) => new StoredReply(reply, responses[at].Headers.ETag!.Value))]
            );
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return new CommitResult.AlreadyRecorded();
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return new CommitResult.Conflict();
        }

        static TableTransactionAction Action(TableTransactionActionType type, TableEntity row) => new(type, row);
    }

    /// <summary>Stores rows of a case again with less in them, the snapshot first.</summary>
    /// <param name="changed">The snapshot, and the rows that change.</param>
    /// <param name="expected">The version of the snapshot it was made from.</param>
    /// <param name="cancellationToken">Stops between two transactions; what is left is found by doing it again.</param>
    /// <returns>False when somebody else changed something in between.</returns>
    internal async Task<bool> ReplaceAsync(CaseHistory changed, ETag expected, CancellationToken cancellationToken)
    {
        var id = changed.Case.Id;
        IEnumerable<(TableEntity Row, ETag ETag)> rows =
        [
            (CaseRows.FromCase(changed.Case), expected),
            .. changed.Messages.Select(message => (CaseRows.FromMessage(id, message), ETag.All)),
            .. changed.Events.Select(happening => (CaseRows.FromEvent(id, happening), ETag.All)),
            .. changed.Replies.Select(stored => (CaseRows.FromReply(stored.Reply), stored.ETag)),
        ];
        try
        {
            // 100 entities per transaction is the platform's limit.
            foreach (var chunk in rows.Chunk(100))
            {
                var actions = chunk.Select(one => new TableTransactionAction(TableTransactionActionType.UpdateReplace, one.Row, one.ETag));
                await _cases.SubmitTransactionAsync(actions, cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Writes on the timeline; writing the same happening again changes nothing.</summary>
    internal Task AddEventAsync(TimeOrderedId caseId, TimelineEvent happening, CancellationToken cancellationToken) =>
        _cases.UpsertEntityAsync(CaseRows.FromEvent(caseId, happening), TableUpdateMode.Replace, cancellationToken);

    /// <summary>A reply as it stands in the outbox; null when there is none.</summary>
    internal async Task<StoredReply?> LoadReplyAsync(TimeOrderedId caseId, string replyId, CancellationToken cancellationToken)
    {
        var found = await _cases.GetEntityIfExistsAsync<TableEntity>(
            caseId.Value,
            CaseRows.ReplyPrefix + replyId,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? new(CaseRows.ToReply(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Moves a reply forward and, when there is something to say, says so on the timeline; both or neither.</summary>
    /// <returns>The reply as it stands now; null when somebody else moved it in between.</returns>
    internal async Task<StoredReply?> UpdateReplyAsync(
        StoredReply before,
        Reply after,
        TimelineEvent? happening,
        CancellationToken cancellationToken
    )
    {
        var row = CaseRows.FromReply(after);
        try
        {
            if (happening is null)
            {
                var response = await _cases.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellationToken);
                return new(after, response.Headers.ETag!.Value);
            }

            var actions = new TableTransactionAction[]
            {
                new(TableTransactionActionType.UpdateReplace, row, before.ETag),
                new(TableTransactionActionType.UpsertReplace, CaseRows.FromEvent(after.CaseId, happening)),
            };
            var responses = (await _cases.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new(after, responses[0].Headers.ETag!.Value);
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return null;
        }
    }
}

/// <summary>A case with everything that was said and done.</summary>
internal sealed record CaseHistory(
    StoredCase Stored,
    IReadOnlyList<CaseMessage> Messages,
    IReadOnlyList<TimelineEvent> Events,
    IReadOnlyList<StoredReply> Replies
)
{
    /// <summary>The snapshot.</summary>
    public CaseSnapshot Case => Stored.Case;

    /// <summary>The customer's latest message that a person wrote; else the latest of all; null when there is none.</summary>
    public CaseMessage? LatestMessage => Messages.LastOrDefault(message => !message.IsAutomatic) ?? Messages.LastOrDefault();
}
