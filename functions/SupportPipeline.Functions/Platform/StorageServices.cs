using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Platform;

/// <summary>Registers the storage clients for the connection named <see cref="StorageNames.Connection"/>.</summary>
internal static class StorageServices
{
    /// <summary>
    /// The connection is a connection string, or, as the Functions host reads identity-based connections, a section with
    /// <c>tableServiceUri</c>, <c>queueServiceUri</c>, <c>blobServiceUri</c> and optionally <c>credential=managedidentity</c> with <c>clientId</c>.
    /// <see cref="HttpPipelinePolicy"/> services are added to every client, per retry.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetSection(StorageNames.Connection);
        services.AddSingleton(provider => CreateTables(connection, Prepare(provider, new TableClientOptions())));
        services.AddSingleton(provider =>
            CreateQueues(connection, Prepare(provider, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }))
        );
        services.AddSingleton(provider => CreateBlobs(connection, Prepare(provider, new BlobClientOptions())));
        services.AddSingleton<StorageProvisioner>();
        services.AddSingleton<QueueSender>();
        return services;
    }

    /// <summary>The blobs of another connection; those of <see cref="StorageNames.Connection"/> when it is not configured.</summary>
    public static BlobServiceClient BlobsOf(IServiceProvider provider, string connectionName)
    {
        var connection = provider.GetRequiredService<IConfiguration>().GetSection(connectionName);
        return connection.Exists()
            ? CreateBlobs(connection, Prepare(provider, new BlobClientOptions()))
            : provider.GetRequiredService<BlobServiceClient>();
    }

    private static TOptions Prepare<TOptions>(IServiceProvider provider, TOptions options)
        where TOptions : ClientOptions
    {
        // Shorter than the vendor's defaults: a caller at the front door waits, and the queue brings a message again anyway.
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        foreach (var policy in provider.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    private static TableServiceClient CreateTables(IConfigurationSection connection, TableClientOptions options) =>
        connection.Value is { Length: > 0 } text
            ? new TableServiceClient(text, options)
            : new TableServiceClient(ServiceUri(connection, "tableServiceUri"), Credential(connection), options);

    private static QueueServiceClient CreateQueues(IConfigurationSection connection, QueueClientOptions options) =>
        connection.Value is { Length: > 0 } text
            ? new QueueServiceClient(text, options)
            : new QueueServiceClient(ServiceUri(connection, "queueServiceUri"), Credential(connection), options);

    private static BlobServiceClient CreateBlobs(IConfigurationSection connection, BlobClientOptions options) =>
        connection.Value is { Length: > 0 } text
            ? new BlobServiceClient(text, options)
            : new BlobServiceClient(ServiceUri(connection, "blobServiceUri"), Credential(connection), options);

    private static TokenCredential Credential(IConfigurationSection connection) =>
        string.Equals(connection["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(
                connection["clientId"] is { Length: > 0 } clientId
                    ? ManagedIdentityId.FromUserAssignedClientId(clientId)
                    : ManagedIdentityId.SystemAssigned
            )
            : new DefaultAzureCredential();

    private static Uri ServiceUri(IConfigurationSection connection, string name) =>
        Uri.TryCreate(connection[name], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"Storage is not configured: set {connection.Path} to a connection string, or {connection.Path}__{name} to the service's address."
            );
}
