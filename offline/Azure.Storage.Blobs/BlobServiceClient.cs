using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>The blob containers of one storage account.</summary>
public class BlobServiceClient
{
    private readonly StorageEndpoint _endpoint;
    private readonly Uri _uri;

    /// <summary>For mocking.</summary>
    protected BlobServiceClient() { }

    public BlobServiceClient(string connectionString)
        : this(connectionString, options: null) { }

    public BlobServiceClient(string connectionString, BlobClientOptions options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        _uri = account.BlobEndpoint;
        _endpoint = BlobEndpoint.Create(options, new StorageSharedKeyCredential(account.AccountName, account.AccountKey));
    }

    public BlobServiceClient(Uri serviceUri, StorageSharedKeyCredential credential, BlobClientOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(serviceUri);
        _uri = serviceUri;
        _endpoint = BlobEndpoint.Create(options, credential);
    }

    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions options = null)
    {
        _endpoint = BlobEndpoint.Create(options, credential, serviceUri);
        _uri = serviceUri;
    }

    /// <summary>The address of the account's blob service.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => StorageEndpoint.AccountName(_uri);

    /// <summary>A client of one container; it shares this client's pipeline. Nothing is sent.</summary>
    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(blobContainerName);
        return new(StorageEndpoint.Append(_uri, blobContainerName), _endpoint);
    }

    /// <summary>Creates a container and gives its client.</summary>
    public virtual async Task<Response<BlobContainerClient>> CreateBlobContainerAsync(
        string blobContainerName,
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        var container = GetBlobContainerClient(blobContainerName);
        var created = await container.CreateAsync(publicAccessType, metadata, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(container, created.GetRawResponse());
    }
}
