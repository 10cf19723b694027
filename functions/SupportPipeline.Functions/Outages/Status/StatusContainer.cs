using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SupportPipeline.Outages.Status;

/// <summary>The published files, where everybody may read them without us.</summary>
public sealed class StatusContainer(BlobContainerClient container)
{
    private const string HashName = "hash";

    /// <summary>What is published, by name: one request for 5,000 files.</summary>
    internal async Task<IReadOnlyDictionary<string, PublishedFile>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, PublishedFile>(StringComparer.Ordinal);
        var all = new GetBlobsOptions { Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(all, cancellationToken))
        {
            if (blob.Properties.ETag is { } etag)
            {
                found[blob.Name] = new(etag, blob.Metadata is { } kept && kept.TryGetValue(HashName, out var hash) ? hash : "");
            }
        }

        return found;
    }

    /// <summary>Writes a file over the one that was seen, or where none was seen.</summary>
    /// <returns>False when somebody else has written it since.</returns>
    internal async Task<bool> WriteAsync(StatusFile file, PublishedFile? seen, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new()
            {
                ContentType = file.ContentType,
                ContentLanguage = file.Language,
                CacheControl = StatusFile.CacheControl,
            },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [HashName] = file.Hash },
            Conditions = seen is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = seen.ETag },
        };
        try
        {
            await container.GetBlobClient(file.Name).UploadAsync(BinaryData.FromBytes(file.Content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Takes a file away.</summary>
    internal Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>What is known of a file; null when there is none.</summary>
    internal Task<BlobProperties?> LookAsync(string name, CancellationToken cancellationToken) =>
        UnlessMissingAsync(async () =>
            (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value
        );

    /// <summary>A file as it arrives; null when there is none.</summary>
    internal Task<BlobDownloadStreamingResult?> OpenAsync(string name, CancellationToken cancellationToken) =>
        UnlessMissingAsync(async () =>
            (await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value
        );

    private static async Task<T?> UnlessMissingAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }
}

/// <summary>A file as it was seen in the container.</summary>
/// <param name="ETag">Its version.</param>
/// <param name="Hash">What is in it.</param>
internal sealed record PublishedFile(ETag ETag, string Hash);
