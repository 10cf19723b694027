using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

/// <summary>One blob, uploaded as a block blob.</summary>
public class BlobClient : BlobBaseClient
{
    /// <summary>For mocking.</summary>
    protected BlobClient() { }

    public BlobClient(string connectionString, string blobContainerName, string blobName)
        : this(connectionString, blobContainerName, blobName, options: null) { }

    public BlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions options)
        : this(StorageConnectionString.Parse(connectionString), blobContainerName, blobName, options) { }

    public BlobClient(Uri blobUri, StorageSharedKeyCredential credential, BlobClientOptions options = null)
        : base(blobUri, BlobEndpoint.Create(options, credential)) { }

    public BlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions options = null)
        : base(blobUri, BlobEndpoint.Create(options, credential, blobUri)) { }

    internal BlobClient(Uri blobUri, StorageEndpoint endpoint)
        : base(blobUri, endpoint) { }

    private BlobClient(StorageConnectionString account, string blobContainerName, string blobName, BlobClientOptions options)
        : base(
            StorageEndpoint.Append(StorageEndpoint.Append(account.BlobEndpoint, blobContainerName), blobName),
            BlobEndpoint.Create(options, new StorageSharedKeyCredential(account.AccountName, account.AccountKey))
        ) { }

    /// <summary>Uploads a new blob; <c>BlobAlreadyExists</c> when there is one.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content) =>
        UploadAsync(content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="UploadAsync(Stream)" />
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) =>
        UploadAsync(content, overwrite: false, CancellationToken.None);

    /// <inheritdoc cref="UploadAsync(Stream)" />
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <inheritdoc cref="UploadAsync(Stream)" />
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    /// <summary>Uploads a blob; unless it may overwrite, <c>BlobAlreadyExists</c> when there is one.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        bool overwrite = false,
        CancellationToken cancellationToken = default
    ) => UploadAsync(content, Options(overwrite), cancellationToken);

    /// <inheritdoc cref="UploadAsync(Stream, bool, CancellationToken)" />
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content,
        bool overwrite = false,
        CancellationToken cancellationToken = default
    ) => UploadAsync(content, Options(overwrite), cancellationToken);

    /// <summary>
    /// Uploads what the stream holds from where it stands: in one request when the length is known and not above
    /// <see cref="StorageTransferOptions.InitialTransferSize"/> (default 256 MiB), else in blocks, with one block in memory.
    /// The stream stays open.
    /// </summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        return new BlobUpload(Endpoint, Uri, options ?? new()).UploadAsync(content, cancellationToken);
    }

    /// <summary>Uploads bytes that are in memory, in one request.</summary>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content,
        BlobUploadOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        return new BlobUpload(Endpoint, Uri, options ?? new()).PutAsync(content.ToMemory(), cancellationToken);
    }

    private static BlobUploadOptions Options(bool overwrite) => new() { Conditions = overwrite ? null : new() { IfNoneMatch = ETag.All } };
}
