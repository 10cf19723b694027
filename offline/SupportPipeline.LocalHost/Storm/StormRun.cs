using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using SupportPipeline.LocalHost.Audit;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>
/// Customers write while everything breaks: hosts are killed, storage goes and comes, the mail service refuses or says nothing, every queue message is
/// handed out twice, the clock jumps. When it is over and all has come to rest, the audit says whether anything was lost, doubled or left unexplained.
/// </summary>
internal sealed class StormRun(StormOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan s_betweenLateMails = TimeSpan.FromSeconds(10);

    // How many mails may be accepted after the time of a strike until it strikes.
    private const int Ahead = 50;

    private static readonly TimeSpan s_mostToRest = TimeSpan.FromMinutes(30);
    private static readonly Uri s_nowhere = new("http://127.0.0.1:9/");

    private readonly MovableClock _clock = new();
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly StormTally _tally = new();
    private readonly SocketsHttpHandler _handler = new();

    /// <summary>Called with what happens, a line each.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    public async Task<StormReport> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Patience);
        var stop = patience.Token;
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(options.DataDirectory);
        var storage = Keep(await StormStorage.StartAsync(Below("azurite"), stop));
        using var key = new LocalSigningKey(options.DataDirectory);
        StormHosts? hosts = null;
        var frontDoor = new FrontDoor(() => hosts?.Any()?.Address ?? s_nowhere);
        var sink = Keep(await StormSink.StartAsync(options.DataDirectory, _clock, frontDoor, key, stop));
        hosts = Keep(new StormHosts(options.Hosts, host => StartHostAsync(host, storage, sink, key, stop)));
        await hosts.StartAsync();
        Tell($"{options.Hosts} hosts are up");

        using var poster = new StormPoster(Below(AuditSetup.AnsweredFile), hosts, key, _clock);
        using var answers = sink.Mails.Subscribe(poster.Answer);
        sink.Plan(options.Emails * 2, options.Seed);
        var posting = poster.PostAsync(StormMails.Plan(options.Emails, options.Seed, _clock.GetUtcNow()), Inbound(storage), stop);
        await StrikeAsync(new StormWeather(hosts, storage, _clock, _handler, _tally), poster, posting, stop);
        await posting;
        sink.Calm();
        var accepted = poster.Accepted;
        Tell($"{accepted} mails are accepted; waiting for rest");
        await hosts.SettleAsync();
        var cameToRest = await ComeToRestAsync(hosts, sink, poster, stop);
        await hosts.DisposeAsync();
        return new()
        {
            Accepted = accepted,
            Tally = _tally,
            Refusals = poster.Refusals,
            MailFaults = sink.Faults,
            CameToRest = cameToRest,
            Duration = watch.Elapsed,
            Audits = [await AuditAsync(storage, stop), await AuditAsync(storage, stop)],
        };
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        _handler.Dispose();
    }

    private static QueueClient Inbound(StormStorage storage)
    {
        var once = new QueueClientOptions();
        once.Retry.MaxRetries = 0;
        return new(storage.ConnectionString, StorageNames.InboundMessagesQueue, once);
    }

    private async Task StrikeAsync(StormWeather weather, StormPoster poster, Task posting, CancellationToken cancellationToken)
    {
        foreach (var (accepted, strike) in PlannedStrike.All(options))
        {
            poster.Most = accepted + Ahead;
            while (poster.Accepted < accepted && !posting.IsCompleted)
            {
                await Task.Delay(s_lookAgain, TimeProvider.System, cancellationToken);
            }

            Tell($"{poster.Accepted}: {strike}");
            await weather.StrikeAsync(strike, cancellationToken);
        }

        poster.Most = int.MaxValue;
    }

    private Task<StormHost> StartHostAsync(
        int host,
        StormStorage storage,
        StormSink sink,
        LocalSigningKey key,
        CancellationToken cancellationToken
    ) =>
        StormHost.StartAsync(
            [
                "--storage",
                storage.ConnectionString,
                "--data",
                Below($"host-{host}"),
                "--sendgrid",
                sink.Address.ToString(),
                "--clock-ahead",
                _clock.Offset.ToString("c", CultureInfo.InvariantCulture),
                "--deliver-twice",
                "--until-input-ends",
            ],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Intake__VerificationKey"] = key.PublicKey,
                ["Replies__ClaimSeconds"] = "6",
                ["Replies__RetrySeconds"] = "1",
                ["Replies__MaxRetrySeconds"] = "4",
                ["Replies__UnknownWaitMinutes"] = "1",
                ["SendGrid__TimeoutSeconds"] = "3",
            },
            Below($"host-{host}"),
            cancellationToken
        );

    /// <summary>
    /// Waits until nothing is queued, in work or due, then moves the clock on and looks again: some things wait for a time, not for a message. Meanwhile life
    /// goes on: a reply whose outcome is unknown is understood by the events of later mails, so there have to be some.
    /// </summary>
    private async Task<bool> ComeToRestAsync(StormHosts hosts, StormSink sink, StormPoster poster, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var (started, late) = (Stopwatch.GetTimestamp(), 0);
        foreach (var wait in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.Zero })
        {
            for (var quiet = 0; quiet < 3; )
            {
                if (Stopwatch.GetElapsedTime(started) > s_mostToRest)
                {
                    return false;
                }

                quiet = sink.PendingEvents == 0 && await AreIdleAsync(http, hosts, cancellationToken) ? quiet + 1 : 0;
                if (quiet == 0 && Stopwatch.GetElapsedTime(started) > s_betweenLateMails * late)
                {
                    await poster.PostAsync(StormMails.Late(late++, _clock.GetUtcNow()), cancellationToken);
                }

                await Task.Delay(s_lookAgain, TimeProvider.System, cancellationToken);
            }

            _clock.Advance(wait);
            foreach (var host in hosts.Living)
            {
                using var answer = await http.PostAsJsonAsync(
                    new Uri(host.Address, "local/clock"),
                    new { advance = wait },
                    cancellationToken
                );
            }
        }

        return true;
    }

    private static async Task<bool> AreIdleAsync(HttpClient http, StormHosts hosts, CancellationToken cancellationToken)
    {
        foreach (var host in hosts.Living)
        {
            var health = await http.GetFromJsonAsync<JsonElement>(new Uri(host.Address, "local/health"), cancellationToken);
            if (!health.GetProperty("idle").GetBoolean())
            {
                return false;
            }
        }

        return true;
    }

    private async Task<AuditReport> AuditAsync(StormStorage storage, CancellationToken cancellationToken)
    {
        await using var outbox = Open(OutboxFile.FileName);
        await using var answered = Open(AuditSetup.AnsweredFile);
        var account = AuditAccount.Open(storage.ConnectionString);
        return await AuditSetup.Of(account, outbox, answered, DateTimeOffset.MaxValue).RunAsync(cancellationToken);
    }

    private FileStream Open(string name) => new(Below(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private string Below(string name) => Path.Combine(options.DataDirectory, name);

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
