using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace SupportPipeline.Platform;

/// <summary>
/// Creates the tables, queues and containers that are missing. Deployed, Bicep creates them and nothing calls this (a start-up that talks to
/// the network delays cold starts); the local host and tests call it once.
/// </summary>
public sealed class StorageProvisioner(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    /// <summary>Creates what is missing.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        foreach (var table in StorageNames.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        foreach (var queue in StorageNames.Queues)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queues.GetQueueClient(queue + StorageNames.PoisonSuffix).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var container in StorageNames.Containers)
        {
            await CreateAsync(container, cancellationToken);
        }
    }

    /// <summary>The status page is for everybody, where the account allows that; elsewhere the app alone serves it.</summary>
    private async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        var container = blobs.GetBlobContainerClient(name);
        var access = name == StorageNames.StatusContainer ? PublicAccessType.Blob : PublicAccessType.None;
        try
        {
            await container.CreateIfNotExistsAsync(access, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == "PublicAccessNotPermitted")
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
