using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Frozen audiences: the addresses of a slice in a blob that never changes, and one row that says how each of them stands. So telling 500 people costs two
/// writes and not a thousand, and a progress of 100,000 recipients is read from 200 rows.
/// </summary>
public sealed class SliceStore(TableServiceClient tables, BlobServiceClient blobs)
{
    private const int MaxActions = 100;

    private readonly TableClient _slices = tables.GetTableClient(StorageNames.NoticeRecipientsTable);
    private readonly BlobContainerClient _blobs = blobs.GetBlobContainerClient(StorageNames.NoticesContainer);

    /// <summary>Keeps the addresses of a slice.</summary>
    internal async Task KeepAsync(
        string noticeId,
        string frozen,
        int number,
        IReadOnlyList<NoticeRecipient> recipients,
        CancellationToken cancellationToken
    )
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(recipients, NoticeJson.Default.IReadOnlyListNoticeRecipient);
        await _blobs.GetBlobClient(Blob(noticeId, frozen, number)).UploadAsync(new BinaryData(json), overwrite: true, cancellationToken);
    }

    /// <summary>Adds the rows of slices.</summary>
    internal async Task AddAsync(string frozen, IReadOnlyList<NoticeSlice> slices, CancellationToken cancellationToken)
    {
        foreach (var chunk in slices.Chunk(MaxActions))
        {
            await _slices.SubmitTransactionAsync(
                chunk.Select(slice => new TableTransactionAction(TableTransactionActionType.UpsertReplace, NoticeRows.From(slice, frozen))),
                cancellationToken
            );
        }
    }

    /// <summary>The addresses of a slice.</summary>
    internal async Task<IReadOnlyList<NoticeRecipient>> RecipientsAsync(
        string noticeId,
        string frozen,
        int number,
        CancellationToken cancellationToken
    )
    {
        var content = await _blobs.GetBlobClient(Blob(noticeId, frozen, number)).DownloadContentAsync(cancellationToken);
        return JsonSerializer.Deserialize(content.Value.Content, NoticeJson.Default.IReadOnlyListNoticeRecipient)!;
    }

    /// <summary>A slice; null when there is none.</summary>
    internal async Task<StoredSlice?> FindAsync(string frozen, int number, CancellationToken cancellationToken)
    {
        var found = await _slices.GetEntityIfExistsAsync<TableEntity>(
            frozen,
            NoticeRows.SliceKey(number),
            cancellationToken: cancellationToken
        );
        return found.HasValue ? new(NoticeRows.ToSlice(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>All slices of a frozen audience, in their order.</summary>
    internal async IAsyncEnumerable<NoticeSlice> AllAsync(
        string frozen,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {frozen}");
        await foreach (var row in _slices.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return NoticeRows.ToSlice(row);
        }
    }

    /// <summary>Replaces a slice; null when somebody else changed it.</summary>
    internal async Task<StoredSlice?> TryReplaceAsync(
        StoredSlice before,
        NoticeSlice after,
        string frozen,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await _slices.UpdateEntityAsync(
                NoticeRows.From(after, frozen),
                before.ETag,
                TableUpdateMode.Replace,
                cancellationToken
            );
            return new(after, response.Headers.ETag!.Value);
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return null;
        }
    }

    private static string Blob(string noticeId, string frozen, int number) => $"{noticeId}/{frozen}/{NoticeRows.SliceKey(number)}.json";
}

/// <summary>A slice with its version.</summary>
public sealed record StoredSlice(NoticeSlice Slice, ETag ETag);
