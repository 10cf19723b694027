using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stands where the worker would connect to the Functions host: everything before it has run, and how long that took is known.</summary>
internal sealed class NoWorker : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var since = TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
        throw new PlatformNotSupportedException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"This build (AzureSdk=offline) has no Azure Functions worker; it came this far {since.TotalMilliseconds:0} ms after the process started. Run the app with: dotnet run --project offline/SupportPipeline.LocalHost"
            )
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
