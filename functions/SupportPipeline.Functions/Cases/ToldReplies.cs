using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Writes what delivery events told onto replies. Facts are merged into the reply's row without reading it first: they are true whatever the row says by
/// then, so nothing can be overwritten and one storage operation is enough.
/// </summary>
public sealed class ToldReplies(TableServiceClient tables)
{
    /// <summary>The platform's limit of one transaction, less the reply's own row.</summary>
    private const int MaxEvents = 99;

    private readonly TableClient _cases = tables.GetTableClient(StorageNames.CasesTable);

    /// <summary>A reply as it stands; null when there is none.</summary>
    internal async Task<Reply?> FindAsync(TimeOrderedId caseId, string replyId, CancellationToken cancellationToken)
    {
        var found = await _cases.GetEntityIfExistsAsync<TableEntity>(
            caseId.Value,
            CaseRows.ReplyPrefix + replyId,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? CaseRows.ToReply(found.Value!) : null;
    }

    /// <summary>Writes the facts and the entries of the timeline; all or nothing, and the same again changes nothing.</summary>
    /// <returns>False when there is no such reply.</returns>
    internal async Task<bool> TellAsync(
        TimeOrderedId caseId,
        string replyId,
        DeliveryFate fate,
        IReadOnlyList<TimelineEvent> happenings,
        CancellationToken cancellationToken
    )
    {
        var row = DeliveryFates.Write(new TableEntity(caseId.Value, CaseRows.ReplyPrefix + replyId), fate);
        try
        {
            if (happenings.Count == 0)
            {
                await _cases.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellationToken);
                return true;
            }

            var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpdateMerge, row, ETag.All) };
            actions.AddRange(
                happenings
                    .Take(MaxEvents)
                    .Select(happening => new TableTransactionAction(
                        TableTransactionActionType.UpsertReplace,
                        CaseRows.FromEvent(caseId, happening)
                    ))
            );
            await _cases.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }
}
