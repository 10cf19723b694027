using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>The mail service of a storm, in this process: it keeps what it accepts, and part of its answers are refusals, late, or missing.</summary>
internal sealed class StormSink : IAsyncDisposable
{
    // Of a thousand requests; the rest is answered as it should be.
    private static readonly (int Share, Fault Fault)[] s_faults =
    [
        (60, new Fault { Status = 429 }),
        (40, new Fault { Status = 500 }),
        (40, new Fault { Status = 503 }),
        (15, new Fault { Status = 502 }),
        (30, new Fault { DropAnswer = true }),
        (10, new Fault { Delay = TimeSpan.FromSeconds(5) }),
    ];

    private readonly WebApplication _app;

    private StormSink(WebApplication app) => _app = app;

    /// <summary>What takes the place of <c>https://api.sendgrid.com</c>.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), SendGridSinkSetup.BasePath);

    public MailSink Mails => _app.Services.GetRequiredService<MailSink>();

    /// <summary>Mails whose delivery events the product has not taken yet.</summary>
    public int PendingEvents => _app.Services.GetService<DeliveryEvents>()?.Pending ?? 0;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="directory">Where the mails are kept.</param>
    /// <param name="clock">The clock of the hosts.</param>
    /// <param name="frontDoor">Where delivery events go.</param>
    /// <param name="key">What they are signed with.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<StormSink> StartAsync(
        string directory,
        MovableClock clock,
        FrontDoor frontDoor,
        LocalSigningKey key,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Local:DeliveryEvents", "true"), new("Local:DeliveryEventDisorder", "true")]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(frontDoor).AddSingleton(key).AddHttpClient();
        builder.Services.AddSendGridSink(directory).AddDeliveryEvents(builder.Configuration);
        var app = builder.Build();
        app.MapSendGridSink();
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    /// <summary>Plans which of the next requests go wrong, as in a storm.</summary>
    public void Plan(int requests, int seed) => Plan(requests, seed, s_faults);

    /// <summary>Plans which of the next requests go wrong: shares of a thousand.</summary>
    public void Plan(int requests, int seed, IReadOnlyList<(int Share, Fault Fault)> shares)
    {
        var faults = _app.Services.GetRequiredService<FaultInjection>();
        var random = new Random(seed);
        var well = 0;
        for (var request = 0; request < requests; request++)
        {
            if (Dice(shares, random.Next(1_000)) is not { } fault)
            {
                well++;
                continue;
            }

            Well(faults, well);
            well = 0;
            faults.Plan(
                new()
                {
                    Target = "sendgrid",
                    Status = fault.Status,
                    Delay = fault.Delay,
                    DropAnswer = fault.DropAnswer,
                }
            );
        }

        Well(faults, well);
    }

    /// <summary>What went wrong so far, and how often.</summary>
    public IReadOnlyDictionary<string, int> Faults => _app.Services.GetRequiredService<FaultInjection>().Taken();

    /// <summary>From now on every request is answered as it should be.</summary>
    public void Calm() => _app.Services.GetRequiredService<FaultInjection>().Plan(new() { Target = "sendgrid", Count = 0 });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Fault? Dice(IReadOnlyList<(int Share, Fault Fault)> shares, int dice)
    {
        foreach (var (share, fault) in shares)
        {
            if (dice < share)
            {
                return fault;
            }

            dice -= share;
        }

        return null;
    }

    private static void Well(FaultInjection faults, int count)
    {
        if (count > 0)
        {
            faults.Plan(
                new()
                {
                    Target = "sendgrid",
                    Delay = TimeSpan.Zero,
                    Count = count,
                }
            );
        }
    }
}
