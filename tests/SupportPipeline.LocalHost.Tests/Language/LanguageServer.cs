using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Language;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Tests.Language;

/// <summary>The Language service alone, on a port of its own; its analyzer dislikes what is late and likes what is nice.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LanguageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLanguageService(Analyze);
        builder.Services.AddHttpClient();
        _app = builder.Build();
        _app.MapLanguageService();
    }

    public HttpClient Client { get; private set; } = null!;

    public static async Task<LanguageServer> StartAsync()
    {
        var server = new LanguageServer();
        await server._app.StartAsync();
        server.Client = server._app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        server.Client.BaseAddress = new Uri(server._app.Urls.Single());
        return server;
    }

    public void Misbehave(FaultPlan fault) => _app.Services.GetRequiredService<FaultInjection>().Plan(fault with { Target = "language" });

    public async Task<HttpResponseMessage> PostAsync(string body, string? key = LanguageServiceSetup.Key, string version = "2023-04-01")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/language/:analyze-text?api-version={version}")
        {
            Content = new StringContent(body, null, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Asks about documents with the ids 0, 1 and so on.</summary>
    public Task<HttpResponseMessage> AskAsync(string kind, params string[] texts) => AskInAsync(kind, "en", texts);

    public Task<HttpResponseMessage> AskInAsync(string kind, string? language, params string[] texts) =>
        PostAsync(Body(kind, language, texts));

    public static string Body(string kind, string? language, params string[] texts)
    {
        var documents = texts.Select(
            (text, index) =>
                new JsonObject
                {
                    ["id"] = $"{index}",
                    ["text"] = text,
                    ["language"] = language,
                }
        );
        return new JsonObject
        {
            ["kind"] = kind,
            ["parameters"] = new JsonObject { ["opinionMining"] = true, ["stringIndexType"] = "Utf16CodeUnit" },
            ["analysisInput"] = new JsonObject { ["documents"] = new JsonArray([.. documents]) },
        }.ToJsonString();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static MessageTriage Analyze(string text, string? language)
    {
        var (late, nice) = (Find(text, "late"), Find(text, "nice"));
        var label =
            late.Count > 0 && nice.Count > 0 ? Sentiment.Mixed
            : late.Count > 0 ? Sentiment.Negative
            : nice.Count > 0 ? Sentiment.Positive
            : Sentiment.Neutral;
        return new()
        {
            Engine = TriageEngine.Embedded,
            Language = new(language ?? "und", 1),
            Sentiment = new(label, 0.8, false, [.. late, .. nice]),
            Scores = label switch
            {
                Sentiment.Negative => new(0.05, 0.15, 0.8),
                Sentiment.Positive => new(0.8, 0.15, 0.05),
                Sentiment.Mixed => new(0.45, 0.1, 0.45),
                _ => new(0.1, 0.8, 0.1),
            },
            Intensity = 0,
            Intent = new(Intent.Other, 1, false, Find(text, "where")),
            Topic = new(Topic.Delivery, 1, false, Find(text, "parcel")),
            Style = new(Style.None, 1, false, []),
            Conduct = new(Conduct.Civil, 1, false, []),
            Threat = new(Threat.None, 1, false, []),
            Complaint = new(false, 1, false, []),
            Urgency = new(4, 1, false, []),
            KeyPhrases = text.StartsWith("own:", StringComparison.Ordinal) ? [$"language {language}"] : [],
        };
    }

    private static List<Evidence> Find(string text, string word) =>
        text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? [new(text.Substring(at, word.Length), at, word.Length, "")]
            : [];
}
