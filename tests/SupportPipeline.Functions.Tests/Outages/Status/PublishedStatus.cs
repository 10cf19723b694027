using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Status;

/// <summary>A status page of its own on a storage account, with incidents as a test says them.</summary>
internal sealed class PublishedStatus : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PublishedStatus(ServiceProvider services, KnownIncidents known, FixedClock clock)
    {
        (_services, Known, Clock) = (services, known, clock);
        Container = services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.StatusContainer);
    }

    public KnownIncidents Known { get; }

    public FixedClock Clock { get; }

    public BlobContainerClient Container { get; }

    public StatusPublisher Publisher => _services.GetRequiredService<StatusPublisher>();

    public StatusDesk Desk => _services.GetRequiredService<StatusDesk>();

    public IServiceProvider Services => _services;

    public static async Task<PublishedStatus> CreateAsync(string storage)
    {
        var (known, clock) = (new KnownIncidents(), new FixedClock { Now = SampleOutages.At(20, 12) });
        known.Components.AddRange([SampleOutages.SignIn(), SampleOutages.Payments()]);
        var services = Pipeline.Create(
            storage,
            clock,
            all => all.AddSingleton<IIncidentReader>(known),
            ("Status:Address", "https://status.example.com")
        );
        var status = new PublishedStatus(services, known, clock);
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        foreach (var name in (await status.FilesAsync()).Keys)
        {
            await status.Container.GetBlobClient(name).DeleteIfExistsAsync();
        }

        return status;
    }

    public async Task PublishAsync(string? incidentId = null) =>
        Assert.Equal(new Outcome.Completed(), await Publisher.PublishAsync(incidentId, CancellationToken.None));

    /// <summary>Every file with its version.</summary>
    public async Task<Dictionary<string, string>> FilesAsync()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in Container.GetBlobsAsync())
        {
            files[blob.Name] = blob.Properties.ETag.ToString()!;
        }

        return files;
    }

    public async Task<string> TextAsync(string name) =>
        (await Container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();

    public async Task<BlobProperties> LookAsync(string name) => (await Container.GetBlobClient(name).GetPropertiesAsync()).Value;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
