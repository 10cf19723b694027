using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

public partial class BlobBaseClient
{
    /// <summary>
    /// Begins a download and gives the content as it arrives. When the connection breaks, reading goes on from there with
    /// another request that insists on the same version of the blob.
    /// </summary>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        var range = options?.Range ?? default;
        var (content, response) = await RequestContentAsync(range, options?.Conditions, cancellationToken).ConfigureAwait(false);
        var details = BlobHeaders.ReadDetails(response);
        if (response.Headers.ContentLengthLong is { } length)
        {
            content = new BlobDownloadStream(content, range.Offset, length, ReopenAsync);
        }

        return Response.FromValue(new BlobDownloadStreamingResult { Content = content, Details = details }, response);

        async Task<Stream> ReopenAsync(long offset, long remaining, CancellationToken token)
        {
            var unchanged = new BlobRequestConditions { IfMatch = details.ETag, LeaseId = options?.Conditions?.LeaseId };
            var rest = await RequestContentAsync(new HttpRange(offset, remaining), unchanged, token).ConfigureAwait(false);
            return rest.Content;
        }
    }

    /// <inheritdoc cref="DownloadContentAsync(BlobDownloadOptions, CancellationToken)" />
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync() => DownloadContentAsync(CancellationToken.None);

    /// <inheritdoc cref="DownloadContentAsync(BlobDownloadOptions, CancellationToken)" />
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) =>
        DownloadContentAsync(options: null, cancellationToken);

    /// <summary>Downloads the content into memory, into one array of its size.</summary>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        var download = await DownloadStreamingAsync(options, cancellationToken).ConfigureAwait(false);
        var response = download.GetRawResponse();
        using var streaming = download.Value;
        BinaryData content;
        if (response.Headers.ContentLengthLong is { } length)
        {
            var bytes = GC.AllocateUninitializedArray<byte>(checked((int)length));
            await streaming.Content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            content = BinaryData.FromBytes(bytes);
        }
        else
        {
            content = await BinaryData.FromStreamAsync(streaming.Content, cancellationToken).ConfigureAwait(false);
        }

        return Response.FromValue(new BlobDownloadResult { Content = content, Details = streaming.Details }, response);
    }

    /// <summary>Opens the blob for reading forward.</summary>
    public virtual async Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default)
    {
        var download = new BlobDownloadOptions
        {
            Range = options is { Position: > 0 } ? new HttpRange(options.Position) : default,
            Conditions = options?.Conditions,
        };
        var response = await DownloadStreamingAsync(download, cancellationToken).ConfigureAwait(false);
        return response.Value.Content;
    }

    /// <inheritdoc cref="OpenReadAsync(BlobOpenReadOptions, CancellationToken)" />
    public virtual Task<Stream> OpenReadAsync(
        long position = 0,
        int? bufferSize = default,
        BlobRequestConditions conditions = default,
        CancellationToken cancellationToken = default
    ) =>
        OpenReadAsync(
            new(allowModifications: false)
            {
                Position = position,
                BufferSize = bufferSize,
                Conditions = conditions,
            },
            cancellationToken
        );

    private async Task<(Stream Content, Response Response)> RequestContentAsync(
        HttpRange range,
        BlobRequestConditions conditions,
        CancellationToken cancellationToken
    )
    {
        using var message = Endpoint.CreateMessage(RequestMethod.Get, _uri);
        message.BufferResponse = false;
        BlobHeaders.Write(message.Request, conditions);
        if (range != default)
        {
            message.Request.Headers.Add("x-ms-range", range.ToString());
        }

        var response = await Endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return (message.ExtractResponseContent() ?? Stream.Null, response);
    }
}
