using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SupportPipeline.AzureSdk.Tests.Http;

/// <summary>A real HTTP server on a free loopback port that keeps what it is asked and answers by a script.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ScriptedAnswer> script;
    private readonly ConcurrentQueue<ReceivedRequest> received = new();

    private ScriptedServer(IEnumerable<ScriptedAnswer> answers)
    {
        script = new ConcurrentQueue<ScriptedAnswer>(answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Where it listens, without a trailing slash.</summary>
    public string Address => app.Urls.Single();

    public IReadOnlyList<ReceivedRequest> Requests => [.. received];

    public ReceivedRequest OnlyRequest => Assert.Single(received);

    public static async Task<ScriptedServer> StartAsync(params ScriptedAnswer[] answers)
    {
        var server = new ScriptedServer(answers);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        received.Enqueue(new ReceivedRequest(context.Request.Method, target, headers, body));

        // 418 is an answer that no client retries and no test expects.
        var answer = script.TryDequeue(out var next) ? next : new ScriptedAnswer(418, "the script is over");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
