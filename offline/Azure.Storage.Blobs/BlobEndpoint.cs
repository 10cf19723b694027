using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>Makes the pipeline that the clients of one account's blobs share.</summary>
internal static class BlobEndpoint
{
    public static StorageEndpoint Create(BlobClientOptions options, StorageSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        return StorageEndpoint.Create(options, options.VersionHeader, credential);
    }

    public static StorageEndpoint Create(BlobClientOptions options, TokenCredential credential, Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        return StorageEndpoint.Create(options, options.VersionHeader, credential, uri);
    }
}
