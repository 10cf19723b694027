using System.Diagnostics;
using System.Globalization;
using SupportPipeline.LocalHost.Audit;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storm;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>
/// The same broadcast in real processes, which are killed while they freeze the audience and tell it, with a mail service part of whose answers get lost.
/// Afterwards the audit compares every recipient with the mails that went out.
/// </summary>
internal sealed class BroadcastStorm(BroadcastOptions options, string directory) : IAsyncDisposable
{
    private const int Hosts = 2;
    private const int SliceSize = 100;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(1);
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private readonly MovableClock _clock = new();
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };

    /// <summary>Told what is going on.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    /// <summary>Runs it.</summary>
    public async Task<BroadcastStormReport> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(directory);
        var storage = Keep(await StormStorage.StartAsync(Below("azurite"), cancellationToken));
        using var key = new LocalSigningKey(directory);
        StormHosts? hosts = null;
        var frontDoor = new FrontDoor(() => hosts?.Any()?.Address ?? Nowhere);
        var sink = Keep(await StormSink.StartAsync(directory, _clock, frontDoor, key, cancellationToken));
        hosts = Keep(new StormHosts(Hosts, host => StartHostAsync(host, storage, sink, key, cancellationToken)));
        await hosts.StartAsync();
        using var http = new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromMinutes(5) };
        var desk = new BroadcastDesk(http, () => hosts.Any()?.Address ?? Nowhere);

        var addresses = new BroadcastAddresses(options);
        await desk.ImportAsync(addresses, cancellationToken);
        Tell("imported");
        var incident = await desk.DeclareAsync(cancellationToken);
        sink.Plan(options.Recipients / SliceSize * 2, options.Seed, [(options.DropsInThousand, new() { DropAnswer = true })]);
        var random = new Random(options.Seed);
        var freezing = desk.FreezeAsync(incident, cancellationToken);
        var early = options.Kills / 4;
        for (var kill = 0; kill < early && !freezing.IsCompleted; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble() * 3), TimeProvider.System, cancellationToken);
            await hosts.KillAsync(kill % Hosts, TimeSpan.Zero, Gone);
            Tell("killed a host that freezes");
        }

        var notice = await freezing;
        Tell("frozen");
        await desk.ApproveAsync(incident, notice, cancellationToken);
        for (var kill = early; kill < options.Kills; kill++)
        {
            // At random moments of the sending, the whole of it being as long as the audience.
            var at = (int)(options.Recipients * (kill - early + random.NextDouble()) / (options.Kills - early));
            while (sink.Mails.Count < Math.Min(at, options.Recipients - options.BadAddresses - SliceSize))
            {
                await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
            }

            await hosts.KillAsync(kill % Hosts, TimeSpan.Zero, Gone);
            Tell($"{sink.Mails.Count}: killed a host");
        }

        await hosts.SettleAsync();
        var counts = await desk.SettleAsync(incident, cancellationToken);
        while (sink.PendingEvents > 0)
        {
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }

        await hosts.DisposeAsync();
        var told = sink.Mails.Mails().Select(mail => mail.To).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Recipients = options.Recipients,
            Bad = options.BadAddresses,
            Kills = options.Kills,
            Mails = sink.Mails.Count,
            Missed = Enumerable
                .Range(0, options.Recipients)
                .Count(number => !addresses.IsBad(number) && !told.Contains(addresses.Of(number))),
            Lost = sink.Faults,
            Progress = counts,
            Duration = watch.Elapsed,
            Audit = await AuditAsync(storage, cancellationToken),
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
                "--deliver-twice",
                "--until-input-ends",
            ],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Intake__VerificationKey"] = key.PublicKey,
                ["Desk__PublicUrl"] = "https://desk.example",
                ["Notices__SliceSize"] = SliceSize.ToString(CultureInfo.InvariantCulture),
                ["Notices__ClaimSeconds"] = "10",
                ["Notices__UnknownWaitMinutes"] = "1",
                ["SendGrid__TimeoutSeconds"] = "5",
            },
            Below($"host-{host}"),
            cancellationToken
        );

    private async Task<AuditReport> AuditAsync(StormStorage storage, CancellationToken cancellationToken)
    {
        await using var outbox = new FileStream(Below(OutboxFile.FileName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var account = AuditAccount.Open(storage.ConnectionString);
        return await AuditSetup.Of(account, outbox, null, DateTimeOffset.MaxValue).RunAsync(cancellationToken);
    }

    private string Below(string name) => Path.Combine(directory, name);

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}

/// <summary>How it went.</summary>
internal sealed record BroadcastStormReport
{
    public required int Recipients { get; init; }

    public required int Bad { get; init; }

    public required int Kills { get; init; }

    public required int Mails { get; init; }

    /// <summary>Good addresses that got no mail.</summary>
    public required int Missed { get; init; }

    /// <summary>What went wrong at the mail service, and how often.</summary>
    public required IReadOnlyDictionary<string, int> Lost { get; init; }

    /// <summary>What the progress says at the end, by state.</summary>
    public required IReadOnlyDictionary<string, int> Progress { get; init; }

    public required TimeSpan Duration { get; init; }

    public required AuditReport Audit { get; init; }

    /// <summary>Nobody missed, nobody told twice but by the rule, everything accounted for.</summary>
    public bool IsClean => Missed == 0 && Audit.IsClean;

    public IEnumerable<string> Lines()
    {
        yield return Line($"broadcast with {Kills} kills {Duration.TotalSeconds:F0} s");
        yield return Line($"recipients {Recipients}, refused addresses {Bad}, mails {Mails}, missed {Missed}");
        yield return "faults of the mail service: " + string.Join(", ", Lost.Select(fault => Line($"{fault.Key}: {fault.Value}")));
        yield return "progress "
            + string.Join(", ", Progress.Where(count => count.Value > 0).Select(count => Line($"{count.Key} {count.Value}")));
        yield return "audit";
        foreach (var line in AuditText.Lines(Audit))
        {
            yield return "  " + line;
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
