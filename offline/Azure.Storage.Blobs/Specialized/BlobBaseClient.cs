using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>What one can do with a blob of any kind.</summary>
public partial class BlobBaseClient
{
    private readonly Uri _uri;
    private readonly string _name;
    private readonly string _containerName;

    /// <summary>For mocking.</summary>
    protected BlobBaseClient() { }

    internal BlobBaseClient(Uri uri, StorageEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(uri);
        _uri = uri;
        Endpoint = endpoint;
        var path = StorageEndpoint.ResourcePath(uri);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        _containerName = slash < 0 ? path : path[..slash];
        _name = slash < 0 ? string.Empty : path[(slash + 1)..];
    }

    /// <summary>The blob's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => StorageEndpoint.AccountName(_uri);

    /// <summary>The name of the container.</summary>
    public virtual string BlobContainerName => _containerName;

    /// <summary>The blob's name, slashes included.</summary>
    public virtual string Name => _name;

    internal StorageEndpoint Endpoint { get; }

    /// <summary>Is there such a blob?</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Endpoint.CreateMessage(RequestMethod.Head, _uri);
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is known of the blob without its content.</summary>
    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(
        BlobRequestConditions conditions = default,
        CancellationToken cancellationToken = default
    )
    {
        using var message = Endpoint.CreateMessage(RequestMethod.Head, _uri);
        BlobHeaders.Write(message.Request, conditions);
        var response = await Endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(BlobHeaders.ReadProperties(response), response);
    }

    /// <summary>Deletes the blob.</summary>
    public virtual async Task<Response> DeleteAsync(
        DeleteSnapshotsOption snapshotsOption = default,
        BlobRequestConditions conditions = default,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateDeleteMessage(snapshotsOption, conditions);
        return await Endpoint.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the blob; false when there was none.</summary>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = default,
        BlobRequestConditions conditions = default,
        CancellationToken cancellationToken = default
    )
    {
        using var message = CreateDeleteMessage(snapshotsOption, conditions);
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage CreateDeleteMessage(DeleteSnapshotsOption snapshots, BlobRequestConditions conditions)
    {
        var message = Endpoint.CreateMessage(RequestMethod.Delete, _uri);
        BlobHeaders.Write(message.Request, conditions);
        if (snapshots != DeleteSnapshotsOption.None)
        {
            var value = snapshots == DeleteSnapshotsOption.OnlySnapshots ? "only" : "include";
            message.Request.Headers.Add("x-ms-delete-snapshots", value);
        }

        return message;
    }

    private async Task<Response<bool>> SendUnlessMissingAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var response = await Endpoint.SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status is >= 200 and < 300)
        {
            return Response.FromValue(true, response);
        }

        var code = response.Status == 404 ? StorageErrors.Code(response) : null;
        return code == BlobErrorCode.BlobNotFound || code == BlobErrorCode.ContainerNotFound
            ? Response.FromValue(false, response)
            : throw StorageErrors.Create(response);
    }
}
