using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>The local host as a process of its own, which can be killed like one.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _drained;

    private ServedHost(Process process, Uri address)
    {
        _process = process;

        // A pipe that nobody reads stops the process once it is full.
        _drained = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
#pragma warning disable RS0030 // One client for one test host.
        Http = new HttpClient { BaseAddress = address };
#pragma warning restore RS0030
    }

    public HttpClient Http { get; }

    /// <summary>Starts <c>serve</c> and returns when it is ready.</summary>
    public static async Task<ServedHost> StartAsync(string data, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHostRun).Assembly.Location, "serve", "--port", "0", "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready", StringComparison.Ordinal))
            {
                return new(process, new Uri(line["ready".Length..].Trim()));
            }
        }

        var error = await process.StandardError.ReadToEndAsync();
        process.Dispose();
        throw new InvalidOperationException($"The local host did not start: {error}");
    }

    public async Task<int> MailsAsync() => (await Http.GetFromJsonAsync<List<SentMail>>("local/outbox"))!.Count;

    public Task<JsonElement> HealthAsync() => Http.GetFromJsonAsync<JsonElement>("local/health");

    /// <summary>SIGKILL: nothing is finished, nothing is written down.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        await _drained;
        Http.Dispose();
        _process.Dispose();
    }
}
