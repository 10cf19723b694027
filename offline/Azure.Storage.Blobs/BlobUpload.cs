using System.Buffers;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>One upload of a block blob: Put Blob, or Put Block for each block and Put Block List.</summary>
internal sealed class BlobUpload(StorageEndpoint endpoint, Uri uri, BlobUploadOptions options)
{
    private const long DefaultSingleRequest = 256L << 20;
    private const int DefaultBlock = 4 << 20;
    private const int FirstRead = 64 << 10;
    private const int MaximumBlocks = 50_000;

    private readonly BlobBlockIds _blocks = new();
    private long _sent;

    public async Task<Response<BlobContentInfo>> UploadAsync(Stream content, CancellationToken cancellationToken)
    {
        var length = content.CanSeek ? content.Length - content.Position : (long?)null;
        if (length <= (options.TransferOptions.InitialTransferSize ?? DefaultSingleRequest))
        {
            return await PutAsync(new BorrowedStreamContent(content), length.Value, cancellationToken).ConfigureAwait(false);
        }

        var blockSize = BlockSize(length);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstRead, blockSize));
        (buffer, var filled) = await FillAsync(buffer, content, blockSize, cancellationToken).ConfigureAwait(false);
        if (filled < blockSize && length is null)
        {
            var put = await PutAsync(buffer.AsMemory(0, filled), cancellationToken).ConfigureAwait(false);
            ArrayPool<byte>.Shared.Return(buffer);
            return put;
        }

        while (filled > 0)
        {
            await PutBlockAsync(buffer.AsMemory(0, filled), cancellationToken).ConfigureAwait(false);
            (buffer, filled) = await FillAsync(buffer, content, blockSize, cancellationToken).ConfigureAwait(false);
        }

        // Only here: after a failed request the transport may still be reading the buffer.
        ArrayPool<byte>.Shared.Return(buffer);
        return await CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<Response<BlobContentInfo>> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        PutAsync(RequestContent.Create(content), content.Length, cancellationToken);

    private async Task<Response<BlobContentInfo>> PutAsync(RequestContent content, long length, CancellationToken cancellationToken)
    {
        using var message = endpoint.CreateMessage(RequestMethod.Put, uri);
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        message.Request.Headers.Add("Content-Type", "application/octet-stream");
        message.Request.Content = content;
        var result = await SendLastAsync(message, cancellationToken).ConfigureAwait(false);
        Report(length);
        return result;
    }

    private async Task PutBlockAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        using var message = endpoint.CreateMessage(RequestMethod.Put, uri);
        message.Request.Uri.AppendQuery("comp", "block", escapeValue: false);
        message.Request.Uri.AppendQuery("blockid", _blocks.Next(), escapeValue: true);
        message.Request.Headers.Add("Content-Type", "application/octet-stream");
        if (options.Conditions?.LeaseId is { } lease)
        {
            message.Request.Headers.Add("x-ms-lease-id", lease);
        }

        message.Request.Content = RequestContent.Create(block);
        await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        Report(block.Length);
    }

    private async Task<Response<BlobContentInfo>> CommitAsync(CancellationToken cancellationToken)
    {
        using var message = endpoint.CreateMessage(RequestMethod.Put, uri);
        message.Request.Uri.AppendQuery("comp", "blocklist", escapeValue: false);
        message.Request.Headers.Add("Content-Type", "application/xml");
        message.Request.Content = RequestContent.Create(_blocks.ToXml());
        return await SendLastAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request that makes the blob: it alone carries headers, metadata and conditions.</summary>
    private async Task<Response<BlobContentInfo>> SendLastAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        BlobHeaders.Write(message.Request, options.HttpHeaders);
        StorageMetadata.Write(message.Request, options.Metadata);
        BlobHeaders.Write(message.Request, options.Conditions);
        var response = await endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(BlobHeaders.ReadContentInfo(response), response);
    }

    private int BlockSize(long? length)
    {
        var wanted = options.TransferOptions.MaximumTransferSize ?? DefaultBlock;
        var needed = length is { } known ? (known + MaximumBlocks - 1) / MaximumBlocks : 0;
        return checked((int)Math.Max(wanted, needed));
    }

    /// <summary>Reads until the block is full or the stream ends; the buffer grows only as far as there is content.</summary>
    private static async Task<(byte[] Buffer, int Filled)> FillAsync(
        byte[] buffer,
        Stream content,
        int blockSize,
        CancellationToken cancellationToken
    )
    {
        var filled = 0;
        while (filled < blockSize)
        {
            if (filled == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Min(blockSize, buffer.Length * 4));
                buffer.AsSpan(0, filled).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            var room = Math.Min(buffer.Length, blockSize) - filled;
            var read = await content.ReadAsync(buffer.AsMemory(filled, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return (buffer, filled);
    }

    private void Report(long bytes)
    {
        _sent += bytes;
        options.ProgressHandler?.Report(_sent);
    }
}
