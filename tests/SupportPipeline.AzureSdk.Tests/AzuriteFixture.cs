using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.AzureSdk.Tests;

/// <summary>One Azurite in memory, on free ports, for every test class of the collection. Tests use names of their own in it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    /// <summary>The emulator's account.</summary>
    public string ConnectionString => Running.ConnectionString;

    internal Uri BlobEndpoint => Running.BlobEndpoint;

    internal Uri QueueEndpoint => Running.QueueEndpoint;

    internal Uri TableEndpoint => Running.TableEndpoint;

    private Azurite Running => _azurite ?? throw new InvalidOperationException("Azurite is not running.");

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
