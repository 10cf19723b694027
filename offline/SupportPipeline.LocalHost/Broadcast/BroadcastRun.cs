using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>
/// Declares an incident through the front door and tells everybody who is affected: import, incident, notice, approval by a second person, and then the
/// mail service's own count of who got what.
/// </summary>
internal sealed class BroadcastRun(BroadcastOptions options)
{
    /// <summary>Told what is going on.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    /// <summary>Runs it.</summary>
    public async Task<BroadcastReport> RunAsync(CancellationToken cancellationToken)
    {
        await using var run = await LocalHostRun.StartAsync(
            new()
            {
                FunctionTypes = LocalHostOptions.WithoutTimers,
                Configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Local:DeliveryEvents"] = "false",
                    ["Desk:PublicUrl"] = "https://desk.example",
                },
                Services = services => services.AddSingleton(_ => new MailSink(forgets: true)),
            },
            cancellationToken
        );
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var desk = new BroadcastDesk(http, () => run.BaseAddress);
        var addresses = new BroadcastAddresses(options);
        var tally = new BroadcastTally();
        using var mails = run.Services.GetRequiredService<MailSink>().Subscribe(tally.Take);

        var started = TimeProvider.System.GetTimestamp();
        await desk.ImportAsync(addresses, cancellationToken);
        var import = TimeProvider.System.GetElapsedTime(started);
        Tell("imported");
        var incident = await desk.DeclareAsync(cancellationToken);
        started = TimeProvider.System.GetTimestamp();
        var notice = await desk.FreezeAsync(incident, cancellationToken);
        var freeze = TimeProvider.System.GetElapsedTime(started);
        Tell("frozen");
        started = TimeProvider.System.GetTimestamp();
        await desk.ApproveAsync(incident, notice, cancellationToken);
        var counts = await desk.SettleAsync(incident, cancellationToken);
        return new()
        {
            Recipients = options.Recipients,
            Bad = options.BadAddresses,
            Import = import,
            Freeze = freeze,
            FirstMail = TimeProvider.System.GetElapsedTime(started, tally.FirstAt),
            Sending = TimeProvider.System.GetElapsedTime(started, tally.LastAt),
            Mails = tally.Mails,
            Duplicates = tally.Duplicates,
            Missed = Enumerable.Range(0, options.Recipients).Count(number => !addresses.IsBad(number) && !tally.Has(addresses.Of(number))),
            Progress = counts,
            PeakHostBytes = ProcessMemory.Peak(Environment.ProcessId),
            PeakStorageBytes = run.Azurite?.ProcessIds.Sum(ProcessMemory.Peak) ?? 0,
        };
    }
}
