using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>One service of Azurite, run by <c>azurite-guard.mjs</c>; it lives as long as its standard input is open.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // Longer than writing the files of the largest load run takes.
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(60);

    // Most of what a request allocates dies with it; with Node's default of 16 MB much of it is promoted first.
    private const string YoungGeneration = "--max-semi-space-size=64";

    // A limit, not a wish: some hundred thousand cases in memory are more than Node's default of 4 GB lets it hold without collecting all the time.
    private const string OldGeneration = "--max-old-space-size=12288";

    private readonly Process _process;

    private AzuriteProcess(Process process, int port)
    {
        _process = process;
        Id = process.Id;
        Port = port;
    }

    public int Id { get; }

    public int Port { get; }

    public static async Task<AzuriteProcess> StartAsync(
        AzuritePackage package,
        string service,
        string? directory,
        int port,
        CancellationToken ct
    )
    {
        var process = Start(package, service, directory, port);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(ct);
            return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var listening)
                ? new AzuriteProcess(process, listening)
                : throw new InvalidOperationException($"Azurite's {service} service did not start; its message is above.");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(s_timeToStop);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start(AzuritePackage package, string service, string? directory, int port)
    {
        // A session of its own, where there is such a thing: whoever kills the local host's process group must not take
        // the storage with it before its files are written.
        string[] session = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid"] : [];
        string[] command =
        [
            .. session,
            "node",
            YoungGeneration,
            OldGeneration,
            package.Guard,
            service,
            package.Directory,
            directory ?? "-",
            port.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("Azurite needs Node.js 20 or newer: no `node` was found on the PATH.", missing);
        }
    }
}
