using System.Diagnostics;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>A function host as a process of its own. It ends with this process, whatever happens to it.</summary>
internal sealed class StormHost : IAsyncDisposable
{
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task _logged;

    private StormHost(Process process, Uri address, string log)
    {
        _process = process;
        Address = address;
        _logged = Task.WhenAll(LogAsync(process.StandardOutput, log + ".out"), LogAsync(process.StandardError, log + ".err"));
    }

    public Uri Address { get; }

    /// <summary>Starts <c>serve</c> and returns when it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<StormHost> StartAsync(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> settings,
        string log,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHostRun).Assembly.Location, "serve", "--port", "0", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("ready", StringComparison.Ordinal))
            {
                return new(process, new Uri(line["ready".Length..].Trim()), log);
            }
        }

        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        process.Dispose();
        throw new InvalidOperationException($"A function host did not start: {error}");
    }

    /// <summary>SIGKILL: nothing is finished, nothing is written down.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets it finish what it has in work.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(s_timeToStop);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
            }
        }

        await _logged;
        _process.Dispose();
    }

    // A pipe that nobody reads stops the process once it is full.
    private static async Task LogAsync(StreamReader reader, string path)
    {
        await using var file = new StreamWriter(path, append: true);
        while (await reader.ReadLineAsync() is { } line)
        {
            await file.WriteLineAsync(line);
        }
    }
}
