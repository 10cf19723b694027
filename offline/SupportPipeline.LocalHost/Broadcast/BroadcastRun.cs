using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>
/// Declares an incident through the front door and tells everybody who is affected: import, incident, notice, approval by a second person, and then the
/// mail service's own count of who got what.
/// </summary>
internal sealed class BroadcastRun(BroadcastOptions options)
{
    private const string Component = "checkout";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

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
        using var http = new HttpClient(handler) { BaseAddress = run.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        var addresses = new BroadcastAddresses(options);
        var tally = new BroadcastTally();
        using var mails = run.Services.GetRequiredService<MailSink>().Subscribe(tally.Take);

        var started = TimeProvider.System.GetTimestamp();
        await ImportAsync(http, addresses, cancellationToken);
        var import = TimeProvider.System.GetElapsedTime(started);
        Tell("imported");
        var incident = await DeclareAsync(http, cancellationToken);
        started = TimeProvider.System.GetTimestamp();
        var notice = await FreezeAsync(http, incident, cancellationToken);
        var freeze = TimeProvider.System.GetElapsedTime(started);
        Tell("frozen");
        started = TimeProvider.System.GetTimestamp();
        await PostAsync(
            http,
            $"api/incidents/{incident}/approve",
            new { notice = notice.GetProperty("id").GetString(), contentHash = notice.GetProperty("contentHash").GetString() },
            "local-role=approver",
            cancellationToken
        );
        var counts = await SettleAsync(http, incident, cancellationToken);
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

    private static async Task ImportAsync(HttpClient http, BroadcastAddresses addresses, CancellationToken cancellationToken)
    {
        using var content = new BroadcastImport(addresses);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PutAsync("api/customers", content, cancellationToken);
        await EnsureAsync(answer, cancellationToken);
    }

    private static async Task<string> DeclareAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var component = await http.PutAsJsonAsync(
            $"api/components/{Component}",
            new { names = new { en = "Checkout" } },
            cancellationToken
        );
        await EnsureAsync(component, cancellationToken);
        var incident = await PostAsync(
            http,
            "api/incidents",
            new
            {
                names = new { en = "Payments do not go through" },
                state = "investigating",
                texts = new { en = "Since a few minutes most payments fail. We are looking for the cause, and nothing is charged twice." },
                components = new Dictionary<string, string>(StringComparer.Ordinal) { [Component] = "major-outage" },
                nextUpdateBy = TimeProvider.System.GetUtcNow().AddMinutes(30),
            },
            "local-role=on-call",
            cancellationToken
        );
        return incident.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> FreezeAsync(HttpClient http, string incident, CancellationToken cancellationToken)
    {
        await PostAsync(http, $"api/incidents/{incident}/notices", new { }, "local-role=on-call", cancellationToken);
        while (true)
        {
            var notice = (await ProgressAsync(http, incident, cancellationToken)).GetProperty("notice");
            if (notice.GetProperty("state").GetString() == "awaiting-approval")
            {
                return notice;
            }

            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Waits until nobody is left to be told.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> SettleAsync(
        HttpClient http,
        string incident,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var counts = (await ProgressAsync(http, incident, cancellationToken)).GetProperty("counts");
            if (counts.GetProperty("isSettled").GetBoolean())
            {
                return counts
                    .EnumerateObject()
                    .Where(count => count.Value.ValueKind == JsonValueKind.Number)
                    .ToDictionary(count => count.Name, count => count.Value.GetInt32(), StringComparer.Ordinal);
            }

            await Task.Delay(LookEvery * 5, TimeProvider.System, cancellationToken);
        }
    }

    private static Task<JsonElement> ProgressAsync(HttpClient http, string incident, CancellationToken cancellationToken) =>
        http.GetFromJsonAsync<JsonElement>($"api/incidents/{incident}/progress", cancellationToken);

    private static async Task<JsonElement> PostAsync(
        HttpClient http,
        string path,
        object body,
        string cookie,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", "broadcast");
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, cancellationToken);
        await EnsureAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private static async Task EnsureAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}"
            );
        }
    }
}
