using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>The payloads exactly as they were received, and the attachments taken out of them.</summary>
public sealed class RawMessageStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _raw = blobs.GetBlobContainerClient(StorageNames.RawMessagesContainer);
    private readonly BlobContainerClient _attachments = blobs.GetBlobContainerClient(StorageNames.AttachmentsContainer);

    /// <summary>Keeps an accepted payload.</summary>
    /// <returns>The blob's name, <c>yyyy/MM/dd/id</c>.</returns>
    internal async Task<string> KeepAsync(TimeOrderedId id, PayloadBuffer payload, string contentType, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{id.CreatedAt.UtcDateTime:yyyy'/'MM'/'dd}/{id}");
        await UploadAsync(_raw.GetBlobClient(name), payload.OpenRead(), contentType, null, cancellationToken);
        return name;
    }

    /// <summary>Keeps a payload that was refused because nothing could be read from it, under <c>rejected/</c>, with the reason.</summary>
    internal Task KeepRejectedAsync(
        TimeOrderedId id,
        PayloadBuffer payload,
        string contentType,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = reason };
        return UploadAsync(_raw.GetBlobClient($"rejected/{id}"), payload.OpenRead(), contentType, metadata, cancellationToken);
    }

    /// <summary>Fetches a kept payload.</summary>
    /// <returns>The payload and the content type it was received with.</returns>
    internal async Task<(PayloadBuffer Payload, string ContentType)> FetchAsync(string name, CancellationToken cancellationToken)
    {
        var download = (await _raw.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        await using var content = download.Content;
        var payload = await PayloadBuffer.ReadAsync(content, long.MaxValue, null, cancellationToken);
        return (payload!, download.Details.ContentType ?? "");
    }

    /// <summary>Stores one attachment as a stream; storing it again replaces it with the same.</summary>
    /// <returns>The blob's name, <c>messageId/number</c>; the sender's file name never becomes part of a path.</returns>
    internal async Task<string> KeepAttachmentAsync(TimeOrderedId id, int number, Stream content, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{id}/{number}");

        // Always octet-stream: what a stranger calls text/html must never be shown as a page by whoever opens the blob.
        await UploadAsync(_attachments.GetBlobClient(name), content, "application/octet-stream", null, cancellationToken);
        return name;
    }

    /// <summary>Stores a text that is too long for a table row.</summary>
    internal async Task<string> KeepTextAsync(TimeOrderedId id, string text, CancellationToken cancellationToken)
    {
        var name = $"{id}/text";
        await _attachments.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellationToken);
        return name;
    }

    /// <summary>Deletes a payload; nothing happens when there is none.</summary>
    internal Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        _raw.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Deletes an attachment or a long text; nothing happens when there is none.</summary>
    internal Task DeleteAttachmentAsync(string name, CancellationToken cancellationToken) =>
        _attachments.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private static Task UploadAsync(
        BlobClient blob,
        Stream content,
        string contentType,
        Dictionary<string, string>? metadata,
        CancellationToken cancellationToken
    ) =>
        blob.UploadAsync(
            content,
            new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = HeaderSafe(contentType) },
                Metadata = metadata,
            },
            cancellationToken
        );

    private static string HeaderSafe(string contentType) =>
        contentType.Length is > 0 and <= 1024 && !contentType.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? contentType
            : "application/octet-stream";
}
