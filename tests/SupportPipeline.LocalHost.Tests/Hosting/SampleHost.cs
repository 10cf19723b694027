using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Tests.Hosting;

/// <summary>A local host that runs sample functions.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    private SampleHost(LocalHostRun run, Sample sample)
    {
        Run = run;
        Sample = sample;
#pragma warning disable RS0030 // One client for one test host.
        Http = new HttpClient(_handler) { BaseAddress = run.BaseAddress };
#pragma warning restore RS0030
    }

    public LocalHostRun Run { get; }

    public Sample Sample { get; }

    public HttpClient Http { get; }

    public static async Task<SampleHost> StartAsync(Type functions, Func<LocalHostOptions, LocalHostOptions>? change = null)
    {
        var sample = new Sample();
        var options = new LocalHostOptions
        {
            FunctionTypes = [functions],
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DailyAt"] = "0 30 6 * * *" },
            Services = services => services.AddSingleton(sample).AddLogging(logging => logging.ClearProviders()),
            Host = host => host with { Queues = Quick(host.Queues), RoutePrefix = "api" },
        };
        var run = await LocalHostRun.StartAsync(change?.Invoke(options) ?? options, CancellationToken.None);
        return new SampleHost(run, sample);
    }

    public static QueueSettings Quick(QueueSettings settings) =>
        settings with
        {
            VisibilityTimeout = TimeSpan.Zero,
            MaxPollingInterval = TimeSpan.FromMilliseconds(200),
        };

    public QueueClient Queue(string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        new(Run.StorageConnectionString, name, new QueueClientOptions { MessageEncoding = encoding });

    public async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Run.WaitUntilIdleAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        await Run.DisposeAsync();
    }
}
