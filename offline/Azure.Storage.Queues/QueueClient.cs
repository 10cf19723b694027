using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>One queue and its messages.</summary>
public partial class QueueClient
{
    private readonly QueueEndpoint _endpoint;
    private readonly Uri _uri;
    private readonly Uri _messagesUri;
    private readonly string _name;

    /// <summary>For mocking.</summary>
    protected QueueClient() { }

    public QueueClient(string connectionString, string queueName)
        : this(connectionString, queueName, options: null) { }

    public QueueClient(string connectionString, string queueName, QueueClientOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueName);
        var account = StorageConnectionString.Parse(connectionString);
        _uri = StorageEndpoint.Append(account.QueueEndpoint, queueName);
        _endpoint = QueueEndpoint.Create(options, new StorageSharedKeyCredential(account.AccountName, account.AccountKey));
        _messagesUri = StorageEndpoint.Append(_uri, "messages");
        _name = queueName;
    }

    public QueueClient(Uri queueUri, StorageSharedKeyCredential credential, QueueClientOptions options = null)
        : this(queueUri, QueueEndpoint.Create(options, credential)) { }

    public QueueClient(Uri queueUri, TokenCredential credential, QueueClientOptions options = null)
        : this(queueUri, QueueEndpoint.Create(options, credential, queueUri)) { }

    internal QueueClient(Uri queueUri, QueueEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(queueUri);
        _uri = queueUri;
        _endpoint = endpoint;
        _messagesUri = StorageEndpoint.Append(queueUri, "messages");
        _name = StorageEndpoint.ResourcePath(queueUri);
    }

    /// <summary>The queue's address.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The queue's name.</summary>
    public virtual string Name => _name;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => StorageEndpoint.AccountName(_uri);

    /// <summary>Most messages that one peek gives.</summary>
    public virtual int MaxPeekableMessages => 32;

    /// <summary>Bytes a message may have as it is sent, 64 KiB.</summary>
    public virtual int MessageMaxBytes => 64 * 1024;

    /// <summary>Creates the queue; fine when it exists with the same metadata.</summary>
    public virtual async Task<Response> CreateAsync(
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Put, _uri);
        StorageMetadata.Write(message.Request, metadata);
        return await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates the queue unless it exists.</summary>
    /// <returns>The answer, or null when the queue was there already.</returns>
    public virtual async Task<Response> CreateIfNotExistsAsync(
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Put, _uri);
        StorageMetadata.Write(message.Request, metadata);
        var response = await _endpoint.Storage.SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            201 => response,
            204 => null,
            409 when QueueErrorCode.QueueAlreadyExists == StorageErrors.Code(response) => null,
            _ => throw StorageErrors.Create(response),
        };
    }

    /// <summary>Deletes the queue with its messages.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Delete, _uri);
        return await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the queue; false when there was none.</summary>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _endpoint.Storage.CreateMessage(RequestMethod.Delete, _uri);
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Is there such a queue?</summary>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = CreateMetadataMessage();
        return await SendUnlessMissingAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Size and metadata of the queue.</summary>
    public virtual async Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default)
    {
        using var message = CreateMetadataMessage();
        var response = await _endpoint.Storage.SendAsync(message, cancellationToken).ConfigureAwait(false);
        _ = response.Headers.TryGetValue("x-ms-approximate-messages-count", out var count);
        _ = long.TryParse(count, System.Globalization.CultureInfo.InvariantCulture, out var messages);
        return Response.FromValue(QueuesModelFactory.QueueProperties(StorageMetadata.Read(response), messages), response);
    }

    private HttpMessage CreateMetadataMessage()
    {
        var message = _endpoint.Storage.CreateMessage(RequestMethod.Get, _uri);
        message.Request.Uri.AppendQuery("comp", "metadata", escapeValue: false);
        return message;
    }

    private async Task<Response<bool>> SendUnlessMissingAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var response = await _endpoint.Storage.SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            >= 200 and < 300 => Response.FromValue(true, response),
            404 when QueueErrorCode.QueueNotFound == StorageErrors.Code(response) => Response.FromValue(false, response),
            _ => throw StorageErrors.Create(response),
        };
    }
}
