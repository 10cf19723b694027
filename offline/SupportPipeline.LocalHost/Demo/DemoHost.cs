using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;
using SupportPipeline.Social.Alerts;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>The local host as SendGrid, an agent and the operator of the sample day reach it: over HTTP.</summary>
internal sealed class DemoHost(LocalHostRun run, HttpClient http)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private const int Looks = 100;

    private int _asked;

    private readonly FrontDoor _frontDoor = run.Services.GetRequiredService<FrontDoor>();
    private readonly LocalSigningKey _key = run.Services.GetRequiredService<LocalSigningKey>();
    private readonly FaultInjection _faults = run.Services.GetRequiredService<FaultInjection>();
    private readonly HostActivity _activity = run.Services.GetRequiredService<HostActivity>();

    public DateTimeOffset Now => run.Clock.GetUtcNow();

    public StorageOperations Operations => run.StorageOperations.Snapshot();

    /// <summary>Hands a mail in the way SendGrid does.</summary>
    public async Task<FrontDoorAnswer> PostAsync(OutgoingTestEmail email, CancellationToken cancellationToken)
    {
        using var request = InboundParseRequest.Of(email).ToHttpRequest(_frontDoor, _key, Now);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return new((int)response.StatusCode, answer?["messageId"]?.GetValue<string>(), answer?["reason"]?.GetValue<string>());
    }

    /// <summary>A case as agents see it; null when there is none.</summary>
    public async Task<CaseDocument?> CaseAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(_frontDoor.Address($"cases/{id}"), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CaseDocument>(cancellationToken);
    }

    public async Task<IReadOnlyList<CaseListItem>> CasesAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Page<CaseListItem>>(_frontDoor.Address("cases?limit=200"), cancellationToken))!.Items;

    /// <summary>Asks something of the API in a role; nobody in particular when it is null.</summary>
    /// <exception cref="StoryBrokenException">It was refused.</exception>
    public async Task<JsonElement> AskAsync(
        HttpMethod method,
        string route,
        string? role,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, _frontDoor.Address(route)) { Content = content };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"demo-{_asked++}"));
        if (role is not null)
        {
            request.Headers.Add("Cookie", $"local-role={role}");
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement
            : throw new StoryBrokenException($"{method} {route}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>Everything SendGrid has taken so far.</summary>
    public async Task<IReadOnlyList<SinkMail>> OutboxAsync(CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync("/local/outbox", SinkJson.Legible.IReadOnlyListSinkMail, cancellationToken) ?? [];

    /// <summary>Looks a few times: a request this has just had answered may not have quite ended yet.</summary>
    public async Task<HostHealth> HealthAsync(CancellationToken cancellationToken)
    {
        var health = await HostHealth.ReadAsync(http, cancellationToken);
        for (var look = 0; look < Looks && !health.Idle; look++)
        {
            await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
            health = await HostHealth.ReadAsync(http, cancellationToken);
        }

        return health;
    }

    /// <summary>Moves the clock to a time of the sample day; it never goes back.</summary>
    public async Task MoveClockAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var advance = to - Now;
        if (advance > TimeSpan.Zero)
        {
            var body = new JsonObject { ["advance"] = advance.ToString("c") };
            using var response = await http.PostAsJsonAsync("/local/clock", body, cancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }

    public async Task ChangeMailServiceAsync(MailService change, CancellationToken cancellationToken)
    {
        if (change != MailService.Unchanged)
        {
            var plan = new FaultPlan
            {
                Target = "sendgrid",
                Status = 503,
                Count = change == MailService.Down ? int.MaxValue : 0,
            };
            using var response = await http.PostAsJsonAsync("/local/faults", plan, JsonSerializerOptions.Web, cancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>
    /// Returns when everything is done. While the mail service is down that never comes, because a reply waits: then it is enough that
    /// the mail service has refused it and no function is at work.
    /// </summary>
    public async Task SettleAsync(int refusalsBefore, CancellationToken cancellationToken)
    {
        if (RefusalsLeft == 0)
        {
            await run.WaitUntilIdleAsync(cancellationToken);
            return;
        }

        while (RefusalsLeft >= refusalsBefore || _activity.InFlight > 0)
        {
            await Task.Delay(LookAgain, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>How many requests to the mail service will still be refused.</summary>
    /// <summary>Looks whether something builds up in public, as the timer does every quarter of an hour.</summary>
    public Task LookForSpikesAsync(CancellationToken cancellationToken) =>
        run.Services.GetRequiredService<SpikeWatch>().RunAsync(Now, cancellationToken);

    /// <summary>How many answers the stand-ins of platforms took.</summary>
    public async Task<int> PostsAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<JsonArray>("local/platforms/posts", cancellationToken))!.Count;

    public int RefusalsLeft => _faults.Remaining().GetValueOrDefault("sendgrid");

    /// <summary>The blobs of a container: their names and what is in them.</summary>
    public async Task<IReadOnlyDictionary<string, BinaryData>> BlobsAsync(string container, CancellationToken cancellationToken)
    {
        var client = new BlobContainerClient(run.StorageConnectionString, container);
        var blobs = new Dictionary<string, BinaryData>(StringComparer.Ordinal);
        await foreach (var blob in client.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            blobs[blob.Name] = (await client.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content;
        }

        return blobs;
    }
}

/// <summary>What the front door answered.</summary>
internal sealed record FrontDoorAnswer(int Status, string? MessageId, string? Reason);
