using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>The storage account that is audited, with clients as the product makes them. Nothing here writes.</summary>
internal sealed record AuditAccount(TableServiceClient Tables, QueueServiceClient Queues, BlobServiceClient Blobs)
{
    /// <summary>The account of a connection string; without one, that of the app setting <c>SupportStorage</c> in the environment.</summary>
    /// <exception cref="InvalidOperationException">No account is named, or not in a way that can be read.</exception>
    public static AuditAccount Open(string? connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                connectionString is null ? [] : [new KeyValuePair<string, string?>(StorageNames.Connection, connectionString)]
            )
            .Build();
        var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        try
        {
            return new(
                services.GetRequiredService<TableServiceClient>(),
                services.GetRequiredService<QueueServiceClient>(),
                services.GetRequiredService<BlobServiceClient>()
            );
        }
        catch (FormatException unreadable)
        {
            throw new InvalidOperationException(unreadable.Message, unreadable);
        }
    }
}
