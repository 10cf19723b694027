using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>Until when a platform has asked our account to wait: rows <c>pause</c> of <see cref="StorageNames.ConnectorsTable"/>, for every process.</summary>
public sealed class ReplyPauses(TableServiceClient tables)
{
    private const string Partition = "pause";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.ConnectorsTable);

    /// <summary>Until when; null when nothing is known.</summary>
    internal async Task<DateTimeOffset?> UntilAsync(SocialPlatform platform, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            KebabCase.NameOf(platform),
            cancellationToken: cancellationToken
        );
        return found.HasValue ? found.Value!.GetDateTimeOffset("Until") : null;
    }

    /// <summary>Notes that a platform asked to wait.</summary>
    internal Task PauseAsync(SocialPlatform platform, DateTimeOffset until, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity(Partition, KebabCase.NameOf(platform)) { ["Until"] = until },
            TableUpdateMode.Replace,
            cancellationToken
        );
}
