using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Receiving;

/// <summary>
/// Keeps deliveries as received and queues them. Those that come within a few milliseconds of each other share a blob and a queue message, so that a
/// thousand webhooks a second do not cost two thousand storage operations. Each caller waits until its own delivery is kept and queued.
/// </summary>
public sealed class DeliveryKeeping(BlobServiceClient blobs, QueueSender queue, IdSource ids, IOptions<ReceivingOptions> options)
    : IMentionIntake
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly BlobContainerClient _payloads = blobs.GetBlobContainerClient(StorageNames.SocialPayloadsContainer);
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _isWriting;

    /// <inheritdoc/>
    Task<KeptDelivery> IMentionIntake.KeepAsync(string connector, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        KeepAsync(connector, payload, 1, cancellationToken);

    /// <summary>Keeps a delivery that holds so many posts.</summary>
    internal Task<KeptDelivery> KeepAsync(string connector, ReadOnlyMemory<byte> payload, int posts, CancellationToken cancellationToken)
    {
        var id = ids.Next();
        var waiting = new Waiting(
            new(connector, id.Value, id.CreatedAt, payload),
            posts,
            new(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        lock (_lock)
        {
            _waiting.Add(waiting);
            if (!_isWriting)
            {
                _isWriting = true;
                _ = WriteAllAsync();
            }
        }

        return waiting.Kept.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Fetches deliveries that were kept together.</summary>
    internal async Task<IReadOnlyList<KeptDelivery>> FetchAsync(string blob, CancellationToken cancellationToken)
    {
        var download = (await _payloads.GetBlobClient(blob).DownloadContentAsync(cancellationToken)).Value;
        return DeliveryBundle.Read(download.Content.ToMemory());
    }

    /// <summary>Deletes deliveries that were kept together; nothing happens when they are gone.</summary>
    internal Task DeleteAsync(string blob, CancellationToken cancellationToken) =>
        _payloads.GetBlobClient(blob).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private async Task WriteAllAsync()
    {
        while (true)
        {
            await Task.Delay(options.Value.LingerMilliseconds, CancellationToken.None).ConfigureAwait(false);
            List<Waiting> together;
            lock (_lock)
            {
                together = TakeTogether();
                if (together.Count == 0)
                {
                    _isWriting = false;
                    return;
                }
            }

            await WriteAsync(together).ConfigureAwait(false);
        }
    }

    private List<Waiting> TakeTogether()
    {
        var (count, posts, bytes) = (0, 0, 0L);
        while (count < _waiting.Count)
        {
            posts += _waiting[count].Posts;
            bytes += _waiting[count].Delivery.Payload.Length;
            if (count > 0 && (posts > options.Value.MaxTogether || bytes > MaxBytes))
            {
                break;
            }

            count++;
        }

        var together = _waiting.GetRange(0, count);
        _waiting = _waiting.GetRange(count, _waiting.Count - count);
        return together;
    }

    private async Task WriteAsync(List<Waiting> together)
    {
        try
        {
            var first = TimeOrderedId.Parse(together[0].Delivery.Id);
            var name = string.Create(CultureInfo.InvariantCulture, $"{first.CreatedAt.UtcDateTime:yyyy'/'MM'/'dd}/{first}");
            var bundle = DeliveryBundle.Write(together.ConvertAll(waiting => waiting.Delivery));
            await _payloads
                .GetBlobClient(name)
                .UploadAsync(
                    BinaryData.FromBytes(bundle).ToStream(),
                    new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/octet-stream" } },
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            await queue.SendAsync(new MentionsReceived(name), CancellationToken.None).ConfigureAwait(false);
            together.ForEach(waiting => waiting.Kept.TrySetResult(waiting.Delivery));
        }
        catch (Exception exception)
        {
            // Every caller sees the failure and tells its platform to send again.
            together.ForEach(waiting => waiting.Kept.TrySetException(exception));
        }
    }

    private sealed record Waiting(KeptDelivery Delivery, int Posts, TaskCompletionSource<KeptDelivery> Kept);
}
