using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>The queues of one storage account.</summary>
public class QueueServiceClient
{
    private readonly QueueEndpoint _endpoint;
    private readonly Uri _uri;

    /// <summary>For mocking.</summary>
    protected QueueServiceClient() { }

    public QueueServiceClient(string connectionString)
        : this(connectionString, options: null) { }

    public QueueServiceClient(string connectionString, QueueClientOptions options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        _uri = account.QueueEndpoint;
        _endpoint = QueueEndpoint.Create(options, new StorageSharedKeyCredential(account.AccountName, account.AccountKey));
    }

    public QueueServiceClient(Uri serviceUri, StorageSharedKeyCredential credential, QueueClientOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(serviceUri);
        _uri = serviceUri;
        _endpoint = QueueEndpoint.Create(options, credential);
    }

    public QueueServiceClient(Uri serviceUri, TokenCredential credential, QueueClientOptions options = null)
    {
        _endpoint = QueueEndpoint.Create(options, credential, serviceUri);
        _uri = serviceUri;
    }

    /// <summary>The address of the account's queue service.</summary>
    public virtual Uri Uri => _uri;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => StorageEndpoint.AccountName(_uri);

    /// <summary>A client of one queue; it shares this client's pipeline. Nothing is sent.</summary>
    public virtual QueueClient GetQueueClient(string queueName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueName);
        return new(StorageEndpoint.Append(_uri, queueName), _endpoint);
    }

    /// <summary>Lists queues in the order of their names, a page per request.</summary>
    public virtual AsyncPageable<QueueItem> GetQueuesAsync(
        QueueTraits traits = QueueTraits.None,
        string prefix = null,
        CancellationToken cancellationToken = default
    ) => new QueueListing(_endpoint.Storage, _uri, traits, prefix, cancellationToken);

    /// <summary>Creates a queue and gives its client.</summary>
    public virtual async Task<Response<QueueClient>> CreateQueueAsync(
        string queueName,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default
    )
    {
        var queue = GetQueueClient(queueName);
        return Response.FromValue(queue, await queue.CreateAsync(metadata, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Deletes a queue with its messages.</summary>
    public virtual Task<Response> DeleteQueueAsync(string queueName, CancellationToken cancellationToken = default) =>
        GetQueueClient(queueName).DeleteAsync(cancellationToken);
}
