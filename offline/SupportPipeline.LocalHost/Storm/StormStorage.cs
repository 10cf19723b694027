using System.Net;
using System.Net.Sockets;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>Azurite that is stopped and started again at the same address, with its data.</summary>
internal sealed class StormStorage : IAsyncDisposable
{
    // Below what systems give to clients: one that calls a port where nobody listens may be given this very port to call from, and would hold it.
    private const int FirstPort = 21_000;
    private const int LastPort = 31_000;

    private readonly AzuriteOptions _options;
    private Azurite _azurite;

    private StormStorage(AzuriteOptions options, Azurite azurite)
    {
        _options = options;
        _azurite = azurite;
        ConnectionString = azurite.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<StormStorage> StartAsync(string directory, CancellationToken cancellationToken)
    {
        var options = new AzuriteOptions { DataDirectory = directory, Ports = FreePorts(3) };
        return new(options, await Azurite.StartAsync(options, cancellationToken));
    }

    public async Task RestartAsync(TimeSpan gone, CancellationToken cancellationToken)
    {
        await _azurite.DisposeAsync();
        await Task.Delay(gone, TimeProvider.System, cancellationToken);
        _azurite = await Azurite.StartAsync(_options, cancellationToken);
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    private static List<int> FreePorts(int count)
    {
        // Not the same ones for two storms at once; the process id spreads them.
        var first = FirstPort + Environment.ProcessId * 7 % (LastPort - FirstPort);
        var free = new List<int>();
        for (var port = first; free.Count < count; port++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                free.Add(port);
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }

        return free;
    }
}
