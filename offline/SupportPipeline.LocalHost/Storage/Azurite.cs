namespace SupportPipeline.LocalHost.Storage;

/// <summary>
/// A running Azurite: blobs, queues and tables each in a process of their own, because one Node process uses one core only.
/// Ports are chosen by the system. The processes end, with their files written, when this is disposed or this process dies.
/// </summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's published account key, the same on every machine.
    internal const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] s_services = ["blob", "queue", "table"];

    private readonly AzuriteProcess[] _processes;
    private readonly AzuriteDirectory? _directory;

    private Azurite(AzuriteProcess[] processes, AzuriteDirectory? directory)
    {
        _processes = processes;
        _directory = directory;
        BlobEndpoint = Endpoint(processes[0]);
        QueueEndpoint = Endpoint(processes[1]);
        TableEndpoint = Endpoint(processes[2]);
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";
    }

    public Uri BlobEndpoint { get; }

    public Uri QueueEndpoint { get; }

    public Uri TableEndpoint { get; }

    public string ConnectionString { get; }

    public IReadOnlyList<int> ProcessIds => [.. _processes.Select(process => process.Id)];

    /// <summary>Starts the three services and returns when all of them answer.</summary>
    /// <exception cref="InvalidOperationException">Node or Azurite is missing, the directory is in use, or a service did not start.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var package = AzuritePackage.Find();
        var directory = options.DataDirectory is { } path ? await AzuriteDirectory.TakeAsync(Path.GetFullPath(path), ct) : null;
        var starting = s_services
            .Select((service, at) => AzuriteProcess.StartAsync(package, service, directory?.Path, options.Ports?[at] ?? 0, ct))
            .ToArray();
        try
        {
            return new Azurite(await Task.WhenAll(starting), directory);
        }
        catch
        {
            foreach (var started in starting.Where(start => start.IsCompletedSuccessfully))
            {
                await (await started).DisposeAsync();
            }

            directory?.Dispose();
            throw;
        }
    }

    /// <summary>Stops the services and waits until their files are written.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_processes.Select(process => process.DisposeAsync().AsTask()));
        _directory?.Dispose();
    }

    private static Uri Endpoint(AzuriteProcess process) => new($"http://127.0.0.1:{process.Port}/{Account}");
}
