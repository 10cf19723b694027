using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>One blob container.</summary>
public class BlobContainerClient
{
    private readonly StorageEndpoint _endpoint;
    private readonly Uri _uri;
    private readonly string _name;

    /// <summary>For mocking.</summary>
    protected BlobContainerClient() { }

    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, options: null) { }

    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(blobContainerName);
        var account = StorageConnectionString.Parse(connectionString);
        _uri = StorageEndpoint.Append(account.BlobEndpoint, blobContainerName);
        _endpoint = BlobEndpoint.Create(options, new StorageSharedKeyCredential(account.AccountName, account.AccountKey));
        _name = blobContainerName;
    }

    public BlobContainerClient(Uri blobContainerUri, StorageSharedKeyCredential credential, BlobClientOptions options = null)
        : this(blobContainerUri, BlobEndpoint.Create(options, credential)) { }

    public BlobContainerClient(Uri blobContainerUri, TokenCredential credential, BlobClientOptions options = null)
        : this(blobContainerUri, BlobEndpoint.Create(options, credential, blobContainerUri)) { }

    internal BlobContainerClient(Uri uri, StorageEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(uri);
        _uri = uri;
        _endpoint = endpoint;
        _name = StorageEndpoint.ResourcePath(uri);
    }

    /// <summary>The container's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The container's name.</summary>
    public virtual string Name => _name;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => StorageEndpoint.AccountName(_uri);

    /// <summary>A client of one blob; it shares this client's pipeline. Nothing is sent.</summary>
    public virtual BlobClient GetBlobClient(string blobName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(blobName);
        return new(StorageEndpoint.Append(_uri, blobName), _endpoint);
    }

    /// <summary>Creates the container; <c>ContainerAlreadyExists</c> when it is there.</summary>
    public virtual async Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateCreateMessage(publicAccessType, metadata);
        var response = await _endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(BlobHeaders.ReadContainerInfo(response), response);
    }

    /// <summary>Creates the container unless it exists.</summary>
    /// <returns>The answer, or null when the container was there already.</returns>
    public virtual async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateCreateMessage(publicAccessType, metadata);
        var response = await _endpoint.SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            201 => Response.FromValue(BlobHeaders.ReadContainerInfo(response), response),
            409 when BlobErrorCode.ContainerAlreadyExists == StorageErrors.Code(response) => null,
            _ => throw StorageErrors.Create(response),
        };
    }

    /// <summary>Deletes the container with its blobs; false when there was none.</summary>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateMessage(RequestMethod.Delete);
        BlobHeaders.Write(message.Request, conditions);
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Is there such a container?</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = CreateMessage(RequestMethod.Get);
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists blobs in the order of their names, a page per request.</summary>
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions options = null, CancellationToken cancellationToken = default) =>
        new BlobListing(_endpoint, _uri, options ?? new(), cancellationToken);

    /// <inheritdoc cref="GetBlobsAsync(GetBlobsOptions, CancellationToken)" />
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits,
        BlobStates states,
        string prefix,
        CancellationToken cancellationToken
    ) =>
        GetBlobsAsync(
            new()
            {
                Traits = traits,
                States = states,
                Prefix = prefix,
            },
            cancellationToken
        );

    private HttpMessage CreateCreateMessage(PublicAccessType publicAccessType, IDictionary<string, string> metadata)
    {
        var message = CreateMessage(RequestMethod.Put);
        StorageMetadata.Write(message.Request, metadata);
        if (publicAccessType != PublicAccessType.None)
        {
            var access = publicAccessType == PublicAccessType.Blob ? "blob" : "container";
            message.Request.Headers.Add("x-ms-blob-public-access", access);
        }

        return message;
    }

    private HttpMessage CreateMessage(RequestMethod method)
    {
        var message = _endpoint.CreateMessage(method, _uri);
        message.Request.Uri.AppendQuery("restype", "container", escapeValue: false);
        return message;
    }

    private async Task<Response<bool>> SendUnlessMissingAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var response = await _endpoint.SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            >= 200 and < 300 => Response.FromValue(true, response),
            404 when BlobErrorCode.ContainerNotFound == StorageErrors.Code(response) => Response.FromValue(false, response),
            _ => throw StorageErrors.Create(response),
        };
    }
}
