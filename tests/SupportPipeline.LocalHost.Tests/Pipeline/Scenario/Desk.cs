using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Hosting;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>The whole pipeline behind its front door: what SendGrid posts in, what agents read, what customers get.</summary>
internal sealed partial class Desk : IAsyncDisposable
{
    public const string Address = "support@desk.example";
    public const string OtherAddress = "sales@desk.example";

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };

    private Desk(LocalHostRun run, CollectedLog log)
    {
        Run = run;
        Log = log;
#pragma warning disable RS0030 // One client for one test host.
        Http = new HttpClient(_handler) { BaseAddress = run.BaseAddress };
#pragma warning restore RS0030
    }

    public LocalHostRun Run { get; }

    public CollectedLog Log { get; }

    public HttpClient Http { get; }

    public static async Task<Desk> OpenAsync(Func<LocalHostOptions, LocalHostOptions>? change = null)
    {
        var log = new CollectedLog();
        var options = new LocalHostOptions
        {
            Services = services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)),
            Host = host => host with { Queues = SampleHost.Quick(host.Queues) },
        };
        return new(await LocalHostRun.StartAsync(Quiet(change?.Invoke(options) ?? options), CancellationToken.None), log);
    }

    /// <summary>No delivery events unless a test asks for them: the tests say what happens between two of their own steps.</summary>
    private static LocalHostOptions Quiet(LocalHostOptions options) =>
        options.Configuration.ContainsKey("Local:DeliveryEvents")
            ? options
            : options with
            {
                Configuration = new Dictionary<string, string?>(options.Configuration, StringComparer.Ordinal)
                {
                    ["Local:DeliveryEvents"] = "false",
                },
            };

    public Task<HttpResponseMessage> PostAsync(HttpContent content) => Http.PostAsync("api/inbound/email", content);

    /// <summary>Hands over a request that is to be accepted.</summary>
    /// <returns>The message's id, which is the case's too when the message opens one.</returns>
    public async Task<string> TakeInAsync(HttpContent content)
    {
        using var answer = await PostAsync(content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("messageId").GetString()!;
    }

    public async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await Run.WaitUntilIdleAsync(patience.Token);
    }

    public async Task<ReadCase> CaseAsync(string idOrNumber) => (await Http.GetFromJsonAsync<ReadCase>($"api/cases/{idOrNumber}"))!;

    /// <summary>The document as it is served, to be compared with itself: without what changes with the clock alone.</summary>
    public async Task<string> CaseTextAsync(string id) =>
        Elapsed().Replace(await Http.GetStringAsync($"api/cases/{id}"), "\"elapsedMinutes\":0");

    /// <summary>All open cases, page by page.</summary>
    public async Task<IReadOnlyList<ListedCase>> CasesAsync()
    {
        var all = new List<ListedCase>();
        var next = "";
        do
        {
            var page = await Http.GetFromJsonAsync<CaseList>($"api/cases?limit=200&cursor={next}");
            all.AddRange(page!.Items);
            next = page.Next;
        } while (next is not null);

        return all;
    }

    public async Task<IReadOnlyList<SentMail>> OutboxAsync(string to = "") =>
        (await Http.GetFromJsonAsync<List<SentMail>>($"local/outbox?to={Uri.EscapeDataString(to)}"))!;

    public async Task FailAsync(object fault)
    {
        using var answer = await Http.PostAsJsonAsync("local/faults", fault);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The next requests to storage go through, then some fail.</summary>
    public async Task FailStorageAsync(int after, int count, int status = 503)
    {
        if (after > 0)
        {
            await FailAsync(
                new
                {
                    target = "storage",
                    delay = "00:00:00",
                    count = after,
                }
            );
        }

        await FailAsync(
            new
            {
                target = "storage",
                status,
                count,
            }
        );
    }

    public QueueClient Queue(string name) =>
        new(Run.StorageConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public BlobContainerClient Blobs(string container) =>
        new BlobServiceClient(Run.StorageConnectionString).GetBlobContainerClient(container);

    public async Task<IReadOnlyList<string>> BlobNamesAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in Blobs(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public async Task<byte[]> BlobAsync(string container, string name) =>
        (await Blobs(container).GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>The queue message that announced an accepted email.</summary>
    public async Task<string> PointerAsync(string messageId)
    {
        var blob = Assert.Single(
            await BlobNamesAsync(StorageNames.RawMessagesContainer),
            name => name.EndsWith(messageId, StringComparison.Ordinal)
        );
        return $$$"""{"name":"message-received","version":1,"data":{"messageId":"{{{messageId}}}","channel":"email","rawBlob":"{{{blob}}}"}}""";
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        await Run.DisposeAsync();
    }

    [GeneratedRegex("\"elapsedMinutes\":[0-9.]+", RegexOptions.NonBacktracking)]
    private static partial Regex Elapsed();
}
