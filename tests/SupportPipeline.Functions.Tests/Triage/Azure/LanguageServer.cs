using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportPipeline.Triage.Azure;

/// <summary>What the service was asked.</summary>
internal sealed record LanguageCall(string Body)
{
    private readonly JsonElement _json = JsonDocument.Parse(Body).RootElement;

    public string Kind => _json.GetProperty("kind").GetString()!;

    public IReadOnlyList<JsonElement> Documents => [.. _json.GetProperty("analysisInput").GetProperty("documents").EnumerateArray()];

    public IReadOnlyList<string> Texts => [.. Documents.Select(document => document.GetProperty("text").GetString()!)];
}

/// <summary>The service on a free port: it keeps what it is asked, answers every kind of question, and misbehaves as scripted before that.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<LanguageCall> _calls = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private LanguageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.Single();

    public IReadOnlyList<LanguageCall> Calls => [.. _calls];

    public IReadOnlyList<string> Kinds => [.. _calls.Select(call => call.Kind)];

    /// <summary>The answer about one document, by kind and text; null makes it an error for the document.</summary>
    public Func<string, string, string?> About { get; set; } = ServiceAnswers.About;

    public static async Task<LanguageServer> StartAsync()
    {
        var server = new LanguageServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Refuses the next requests.</summary>
    public LanguageServer Refuse(int status, int count = 1, params (string Name, string Value)[] headers)
    {
        for (var i = 0; i < count; i++)
        {
            _script.Enqueue(async context =>
            {
                context.Response.StatusCode = status;
                foreach (var (name, value) in headers)
                {
                    context.Response.Headers[name] = value;
                }

                await context.Response.WriteAsync(
                    """{"error":{"code":"InvalidRequest","message":"no","innererror":{"code":"Inner","message":"no"}}}"""
                );
            });
        }

        return this;
    }

    /// <summary>What the next request gets instead of an answer.</summary>
    public LanguageServer Next(Func<HttpContext, Task> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Assert.Equal(
            ("/language/:analyze-text", "?api-version=2023-04-01", "test-key"),
            (context.Request.Path.Value, context.Request.QueryString.Value, context.Request.Headers["Ocp-Apim-Subscription-Key"].ToString())
        );
        using var reader = new StreamReader(context.Request.Body);
        var call = new LanguageCall(await reader.ReadToEndAsync(context.RequestAborted));
        _calls.Enqueue(call);
        if (_script.TryDequeue(out var scripted))
        {
            await scripted(context);
            return;
        }

        await context.Response.WriteAsync(Answer(call).ToJsonString());
    }

    private JsonObject Answer(LanguageCall call)
    {
        var documents = new JsonArray();
        var errors = new JsonArray();
        foreach (var document in call.Documents)
        {
            var id = document.GetProperty("id").GetString();
            if (About(call.Kind, document.GetProperty("text").GetString()!) is { } answer)
            {
                var json = JsonNode.Parse(answer.Replace("#INDEX", $"#/documents/{documents.Count}", StringComparison.Ordinal))!;
                json["id"] = id;
                documents.Add(json);
            }
            else
            {
                var error = JsonNode.Parse(
                    """{"code":"InvalidArgument","message":"no","innererror":{"code":"InvalidDocument","message":"no"}}"""
                );
                errors.Add((JsonNode)new JsonObject { ["id"] = id, ["error"] = error });
            }
        }

        return new JsonObject
        {
            ["kind"] = call.Kind + "Results",
            ["results"] = new JsonObject
            {
                ["documents"] = documents,
                ["errors"] = errors,
                ["modelVersion"] = "test",
            },
        };
    }
}
