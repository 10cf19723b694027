using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Language;
using SupportPipeline.LocalHost.Platforms;
using SupportPipeline.LocalHost.Queues;
using SupportPipeline.LocalHost.SignIn;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;
using SupportPipeline.LocalHost.Timers;
using SupportPipeline.LocalHost.Webhooks;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>The function app at work in this process: its HTTP functions, queues and timers, with storage and the local stand-ins.</summary>
internal sealed class LocalHostRun : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts;

    private LocalHostRun(WebApplication app, LocalHostPlace place, Azurite? azurite, LocalHostHealth health, Stack<IAsyncDisposable> parts)
    {
        _parts = parts;
        Services = app.Services;
        BaseAddress = place.BaseAddress;
        StorageConnectionString = place.Storage;
        Azurite = azurite;
        Health = health;
    }

    /// <summary>Where the front door is; ends with a slash.</summary>
    public Uri BaseAddress { get; }

    public IServiceProvider Services { get; }

    public string StorageConnectionString { get; }

    /// <summary>The storage this run started; null when it uses another.</summary>
    public Azurite? Azurite { get; }

    public LocalHostHealth Health { get; }

    public MovableClock Clock => Services.GetRequiredService<MovableClock>();

    public StorageOperationCounter StorageOperations => Services.GetRequiredService<StorageOperationCounter>();

    public FunctionKey Key => Services.GetRequiredService<FunctionKey>();

    /// <summary>Starts everything and returns when it serves.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message says what to do.</exception>
    public static async Task<LocalHostRun> StartAsync(LocalHostOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            return await StartAsync(options, parts, ct);
        }
        catch (Exception wrong) when (wrong is FormatException or OptionsValidationException)
        {
            // A setting or the organisation's file; the message names the place.
            await DisposeAllAsync(parts);
            throw new InvalidOperationException(wrong.Message, wrong);
        }
        catch
        {
            await DisposeAllAsync(parts);
            throw;
        }
    }

    /// <summary>Returns when nothing is queued, in work or due.</summary>
    public Task WaitUntilIdleAsync(CancellationToken ct) => Health.WaitUntilIdleAsync(ct);

    /// <summary>Stops in the reverse order: no new work, the work in flight, the web server, storage.</summary>
    public async ValueTask DisposeAsync()
    {
        Health.IsReady = false;
        await DisposeAllAsync(_parts);
    }

    private static async Task<LocalHostRun> StartAsync(LocalHostOptions options, Stack<IAsyncDisposable> parts, CancellationToken ct)
    {
        var host = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        host = options.DataDirectory is null ? host : WithShortLease(host);
        host = options.DeliverTwice ? WithExpiringLeases(host) : host;
        host = options.Host?.Invoke(host) ?? host;
        var azurite = options.StorageConnectionString is null
            ? await Azurite.StartAsync(new() { DataDirectory = Below(options.DataDirectory, "azurite") }, ct)
            : null;
        if (azurite is not null)
        {
            parts.Push(azurite);
        }

        var socket = ListeningSocket.Bind(options.Port);
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var storage = options.StorageConnectionString ?? azurite!.ConnectionString;
        var place = new LocalHostPlace(new Uri($"http://127.0.0.1:{port}/"), storage, host);
        var app = Build(options, place, socket);
        parts.Push(app);

        var catalog = FunctionCatalog.Read(options.FunctionTypes ?? options.Functions.GetTypes(), name => app.Configuration[name]);
        var journal = Below(options.DataDirectory, "in-flight.journal") is { } path ? InFlightJournal.Open(path) : null;
        var queues = Queues(catalog, app, place, journal, options.DeliverTwice ? new() : null);
        var timers = Timers(catalog, app, place, options);
        var waiting = new WaitingMessages(app.Services.GetRequiredService<LongWaits>(), place.Storage);
        var health = new LocalHostHealth(queues, timers, app.Services.GetRequiredService<HostActivity>(), OtherWork(app.Services), waiting);
        Map(app, catalog, place, options, timers, health);

        // Deployed, Bicep has created them.
        await app.Services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(ct);
        await app.StartAsync(ct);
        await queues.StartAsync(ct);
        parts.Push(queues);
        timers.Start();
        parts.Push(timers);
        health.IsReady = true;
        return new(app, place, azurite, health, parts);
    }

    /// <summary>
    /// A run that keeps its data may be killed and started again. The journal makes visible what was in flight, except a message that storage was
    /// just handing out: its receipt died with the process, and it would stay hidden for the rest of the ten minutes. Renewed at half-life, a
    /// minute is the same to a function.
    /// </summary>
    private static HostJson WithShortLease(HostJson host) => host with { Queues = host.Queues with { Lease = TimeSpan.FromMinutes(1) } };

    /// <summary>What others had and did not finish comes soon: what would take minutes in the cloud is to happen often.</summary>
    private static HostJson WithExpiringLeases(HostJson host) =>
        host with
        {
            Queues = host.Queues with { Lease = TimeSpan.FromSeconds(10), VisibilityTimeout = TimeSpan.FromSeconds(2) },
        };

    private static WebApplication Build(LocalHostOptions options, LocalHostPlace place, Socket socket)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Development }
        );
        LocalHostConfiguration.Fill(builder.Configuration, options, place.Storage, place.BaseAddress);
        builder.WebHost.UseUrls(place.BaseAddress.ToString()).UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket);
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Services.AddLocalHost(options, builder.Configuration, place);
        return builder.Build();
    }

    private static QueueListeners Queues(
        FunctionCatalog catalog,
        WebApplication app,
        LocalHostPlace place,
        InFlightJournal? journal,
        DoubleDelivery? twice
    ) =>
        new(
            catalog.Queues,
            place.Storage,
            place.Host,
            new(
                app.Services,
                app.Services.GetRequiredService<QueueWakeUps>(),
                app.Services.GetRequiredService<HostActivity>(),
                app.Services.GetRequiredService<StorageOperationCounter>(),
                journal,
                app.Services.GetRequiredService<ILogger<QueueListener>>(),
                twice
            )
        );

    private static TimerListeners Timers(FunctionCatalog catalog, WebApplication app, LocalHostPlace place, LocalHostOptions options) =>
        new(
            catalog.Timers,
            new(
                app.Services,
                app.Services.GetRequiredService<MovableClock>(),
                place.Host.FunctionTimeout,
                app.Services.GetRequiredService<HostActivity>(),
                new TimerMonitor(Below(options.DataDirectory, "timers.json")),
                app.Services.GetRequiredService<ILogger<TimerListener>>()
            )
        );

    private static List<Func<bool>> OtherWork(IServiceProvider services) =>
        services.GetService<DeliveryEvents>() is { } events ? [() => events.Pending > 0] : [];

    private static void Map(
        WebApplication app,
        FunctionCatalog catalog,
        LocalHostPlace place,
        LocalHostOptions options,
        TimerListeners timers,
        LocalHostHealth health
    )
    {
        app.UseLocalSignIn(options.SignInRequired);
        app.UseRouting();
        health.Map(app);
        app.MapClock(app.Services.GetRequiredService<MovableClock>(), timers);
        app.MapFaults();
        app.MapLocalSignIn();
        app.MapSendGridSink();
        app.MapLanguageService();
        app.MapPlatforms();
        app.MapWebhookSink();
        app.MapLocalEmail();
        app.Services.GetRequiredService<HttpFunctions>().Map(app, catalog.Http, place.Host.RoutePrefix);
    }

    private static string? Below(string? directory, string name)
    {
        if (directory is null)
        {
            return null;
        }

        Directory.CreateDirectory(directory);
        return Path.Combine(Path.GetFullPath(directory), name);
    }

    private static async Task DisposeAllAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }
}
