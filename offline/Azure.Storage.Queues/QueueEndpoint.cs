using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>What the clients of one account's queues share.</summary>
internal sealed record QueueEndpoint(StorageEndpoint Storage, QueueMessageEncoding Encoding)
{
    public static QueueEndpoint Create(QueueClientOptions options, StorageSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        return new(StorageEndpoint.Create(options, options.VersionHeader, credential), options.MessageEncoding);
    }

    public static QueueEndpoint Create(QueueClientOptions options, TokenCredential credential, Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        return new(StorageEndpoint.Create(options, options.VersionHeader, credential, uri), options.MessageEncoding);
    }
}
