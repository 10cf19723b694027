using Azure;
using Azure.Storage.Blobs;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Walks the payloads and what was taken out of them. Names are all it reads.</summary>
internal sealed class BlobWalk(BlobServiceClient blobs)
{
    private const string Rejected = "rejected/";

    /// <summary>Payloads that were refused at the front door and kept for a person.</summary>
    public int RejectedCount { get; private set; }

    public async Task WalkAsync(Action<Fact> see, CancellationToken cancellationToken)
    {
        await foreach (var name in NamesAsync(StorageNames.RawMessagesContainer, cancellationToken))
        {
            if (name.StartsWith(Rejected, StringComparison.Ordinal))
            {
                RejectedCount++;
            }
            else
            {
                see(new PayloadKept(name[(name.LastIndexOf('/') + 1)..], name));
            }
        }

        await foreach (var name in NamesAsync(StorageNames.AttachmentsContainer, cancellationToken))
        {
            see(new AttachmentKept(name.Split('/')[0], name));
        }
    }

    private async IAsyncEnumerable<string> NamesAsync(
        string container,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = blobs
            .GetBlobContainerClient(container)
            .GetBlobsAsync(cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var _ = found;
        while (await MoveAsync(found))
        {
            yield return found.Current.Name;
        }
    }

    /// <summary>A container that was never created holds nothing.</summary>
    private static async Task<bool> MoveAsync<T>(IAsyncEnumerator<T> found)
    {
        try
        {
            return await found.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }
}
