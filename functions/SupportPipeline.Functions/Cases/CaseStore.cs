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

    /// <summary>A case with its whole history; null when there is none.</summary>
    internal async Task<CaseHistory?> LoadHistoryAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        CaseSnapshot? snapshot = null;
        var (messages, events, replies) = (new List<CaseMessage>(), new List<TimelineEvent>(), new List<StoredReply>());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId.Value}");
        await foreach (var row in _cases.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            switch (row.RowKey)
            {
                case CaseRows.CaseKey:
                    snapshot = CaseRows.ToCase(row);
                    break;
                case var key when key.StartsWith(CaseRows.MessagePrefix, StringComparison.Ordinal):
                    messages.Add(CaseRows.ToMessage(row));
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

    /// <summary>Stores a change as a whole.</summary>
    internal async Task<CommitResult> CommitAsync(CaseChange change, CancellationToken cancellationToken)
    {
        var snapshot = CaseRows.FromCase(change.Case);
        var actions = new List<TableTransactionAction>(2 + change.Replies.Count)
        {
            change.Expected is { } expected
                ? new(TableTransactionActionType.UpdateReplace, snapshot, expected)
                : new(TableTransactionActionType.Add, snapshot),
            new(TableTransactionActionType.Add, CaseRows.FromMessage(change.Case.Id, change.Message)),
        };
        actions.AddRange(
            change.Replies.Select(reply => new TableTransactionAction(TableTransactionActionType.Add, CaseRows.FromReply(reply)))
        );

        try
        {
            var responses = (await _cases.SubmitTransactionAsync(actions, cancellationToken)).Value;
            return new CommitResult.Committed([
                .. change.Replies.Select((reply, at) => new StoredReply(reply, responses[2 + at].Headers.ETag!.Value)),
            ]);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return new CommitResult.AlreadyRecorded();
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return new CommitResult.Conflict();
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
    CaseSnapshot Case,
    IReadOnlyList<CaseMessage> Messages,
    IReadOnlyList<TimelineEvent> Events,
    IReadOnlyList<StoredReply> Replies
);
