using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions;

/// <summary>Leads from a case to the mentions in it. A row stays when the case is joined into another: ask for each of them.</summary>
public sealed class MentionCases(TableServiceClient tables)
{
    private readonly TableClient _index = tables.GetTableClient(StorageNames.MentionIndexTable);

    /// <summary>The mentions in a case, by brand and oldest first.</summary>
    internal async Task<IReadOnlyList<MentionId>> OfCaseAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        var found = new List<MentionId>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(caseId)}");
        await foreach (var row in _index.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            found.Add(MentionId.Parse(row.RowKey));
        }

        return found;
    }

    /// <summary>Notes that a mention is in a case. Noting it again changes nothing.</summary>
    internal Task AddAsync(TimeOrderedId caseId, MentionId id, CancellationToken cancellationToken) =>
        _index.UpsertEntityAsync(new TableEntity(PartitionOf(caseId), id.ToString()), TableUpdateMode.Replace, cancellationToken);

    private static string PartitionOf(TimeOrderedId caseId) => $"case|{caseId}";
}
