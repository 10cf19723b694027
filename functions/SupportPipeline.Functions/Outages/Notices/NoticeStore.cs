using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>Notices, and what each says.</summary>
public sealed class NoticeStore(TableServiceClient tables, BlobServiceClient blobs)
{
    private readonly TableClient _notices = tables.GetTableClient(StorageNames.NoticesTable);
    private readonly BlobContainerClient _blobs = blobs.GetBlobContainerClient(StorageNames.NoticesContainer);

    /// <summary>A notice; null when there is none.</summary>
    internal async Task<StoredNotice?> FindAsync(string incidentId, string noticeId, CancellationToken cancellationToken)
    {
        var found = await _notices.GetEntityIfExistsAsync<TableEntity>(incidentId, noticeId, cancellationToken: cancellationToken);
        return found.HasValue ? new(NoticeRows.ToNotice(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>The notices of an incident, oldest first.</summary>
    internal async Task<IReadOnlyList<StoredNotice>> OfIncidentAsync(string incidentId, CancellationToken cancellationToken)
    {
        var notices = new List<StoredNotice>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {incidentId}");
        await foreach (var row in _notices.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            notices.Add(new(NoticeRows.ToNotice(row), row.ETag));
        }

        return notices;
    }

    /// <summary>The notices that may have something to do: read from an index, so it costs as much as there are.</summary>
    internal async Task<IReadOnlyList<StoredNotice>> ActiveAsync(CancellationToken cancellationToken)
    {
        var notices = new List<StoredNotice>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {NoticeRows.ActivePartition}");
        await foreach (var row in _notices.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (await FindAsync(row.GetString("IncidentId"), row.RowKey, cancellationToken) is { } notice)
            {
                notices.Add(notice);
            }
        }

        return notices;
    }

    /// <summary>Adds a notice with its texts; the index first, so that it is never forgotten.</summary>
    /// <returns>The notice as it stands, and whether it is new.</returns>
    internal async Task<(StoredNotice Notice, bool IsNew)> AddAsync(
        Notice notice,
        IReadOnlyDictionary<string, NoticeText> texts,
        CancellationToken cancellationToken
    )
    {
        await WriteTextsAsync(notice, texts, cancellationToken);
        await _notices.UpsertEntityAsync(
            new TableEntity(NoticeRows.ActivePartition, notice.Id) { ["IncidentId"] = notice.IncidentId },
            TableUpdateMode.Replace,
            cancellationToken
        );
        try
        {
            var response = await _notices.AddEntityAsync(NoticeRows.From(notice), cancellationToken);
            return (new(notice, response.Headers.ETag!.Value), true);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return ((await FindAsync(notice.IncidentId, notice.Id, cancellationToken))!, false);
        }
    }

    /// <summary>The id that belongs to a request: the first one that was given to it, however often and by how many at once it is sent.</summary>
    internal async Task<TimeOrderedId> KeepIdAsync(string incidentId, string key, TimeOrderedId id, CancellationToken cancellationToken)
    {
        var partition = $"request|{incidentId}";
        try
        {
            await _notices.AddEntityAsync(new TableEntity(partition, key) { ["NoticeId"] = id.Value }, cancellationToken);
            return id;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            var kept = await _notices.GetEntityAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
            return TimeOrderedId.Parse(kept.Value.GetString("NoticeId"));
        }
    }

    /// <summary>Replaces a notice; null when somebody else changed it.</summary>
    internal async Task<StoredNotice?> TryReplaceAsync(StoredNotice before, Notice after, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _notices.UpdateEntityAsync(
                NoticeRows.From(after),
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

    /// <summary>Takes a notice from the index of those with something to do.</summary>
    internal Task RetireAsync(string noticeId, CancellationToken cancellationToken) =>
        _notices.DeleteEntityAsync(NoticeRows.ActivePartition, noticeId, ETag.All, cancellationToken);

    /// <summary>What a notice says, by language.</summary>
    internal async Task<IReadOnlyDictionary<string, NoticeText>> TextsAsync(Notice notice, CancellationToken cancellationToken)
    {
        var content = await _blobs.GetBlobClient(TextBlob(notice)).DownloadContentAsync(cancellationToken);
        return JsonSerializer.Deserialize(content.Value.Content, NoticeJson.Default.IReadOnlyDictionaryStringNoticeText)!;
    }

    private async Task WriteTextsAsync(Notice notice, IReadOnlyDictionary<string, NoticeText> texts, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(texts, NoticeJson.Default.IReadOnlyDictionaryStringNoticeText);
        await _blobs.GetBlobClient(TextBlob(notice)).UploadAsync(new BinaryData(json), overwrite: true, cancellationToken);
    }

    /// <summary>Named after what is in it, so that it can be written twice.</summary>
    private static string TextBlob(Notice notice) => $"{notice.Id}/texts-{notice.TextHash}.json";
}

/// <summary>A notice with its version.</summary>
public sealed record StoredNotice(Notice Notice, ETag ETag);
