using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>The requests of the mail service with delivery events, exactly as they were received.</summary>
public sealed class DeliveryPayloadStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.DeliveryEventsContainer);

    /// <summary>Keeps an accepted request.</summary>
    /// <returns>The blob's name, <c>yyyy/MM/dd/id</c>.</returns>
    internal async Task<string> KeepAsync(TimeOrderedId id, PayloadBuffer payload, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{id.CreatedAt.UtcDateTime:yyyy'/'MM'/'dd}/{id}");
        await UploadAsync(name, payload, null, cancellationToken);
        return name;
    }

    /// <summary>Keeps a request that was refused because nothing could be read from it, with the reason.</summary>
    internal Task KeepRejectedAsync(TimeOrderedId id, PayloadBuffer payload, string reason, CancellationToken cancellationToken) =>
        UploadAsync($"rejected/{id}", payload, reason, cancellationToken);

    /// <summary>Fetches a kept request; dispose the result.</summary>
    internal async Task<PayloadBuffer> FetchAsync(string name, CancellationToken cancellationToken)
    {
        var download = (await _container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        await using var content = download.Content;
        return (await PayloadBuffer.ReadAsync(content, long.MaxValue, null, cancellationToken))!;
    }

    private Task UploadAsync(string name, PayloadBuffer payload, string? reason, CancellationToken cancellationToken) =>
        _container
            .GetBlobClient(name)
            .UploadAsync(
                payload.OpenRead(),
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = "application/json" },
                    Metadata = reason is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = reason },
                },
                cancellationToken
            );
}
