using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Email;

/// <summary>The local mail endpoint and the sink beside a function app that only records what it is sent.</summary>
internal sealed class FrontDoorServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FrontDoorServer(bool deliveryEvents)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Local:DeliveryEvents"] = deliveryEvents ? "true" : "false";
        builder.Services.AddSendGridSink(dataDirectory: null);
        builder.Services.AddLocalEmail(dataDirectory: null);
        builder.Services.AddDeliveryEvents(builder.Configuration);
        builder.Services.AddSingleton(provider => FrontDoor.Of(provider.GetRequiredService<IServer>(), "api", "key-1"));
        app = builder.Build();
        app.MapLocalEmail();
        app.MapPost("/api/{**route}", RecordAsync);
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Completes with the first request the function app received.</summary>
    public TaskCompletionSource<Received> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<Received> All { get; } = [];

    /// <summary>What the function app answers; 200 when nothing is left.</summary>
    public Queue<(int Status, string Body)> Answers { get; } = new();

    public MailSink Mails => app.Services.GetRequiredService<MailSink>();

    public bool PostsDeliveryEvents => app.Services.GetService<DeliveryEvents>() is not null;

    public string PublicKey => app.Services.GetRequiredService<LocalSigningKey>().PublicKey;

    public static async Task<FrontDoorServer> StartAsync(bool deliveryEvents = false)
    {
        var server = new FrontDoorServer(deliveryEvents);
        await server.app.StartAsync();
        var addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Client = server.app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        server.Client.BaseAddress = new Uri(addresses.Single());
        return server;
    }

    /// <summary>Whether the request carries SendGrid's signature of exactly these bytes.</summary>
    public bool IsSigned(Received received)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
        byte[] signed = [.. Encoding.UTF8.GetBytes(received.Headers["X-Twilio-Email-Event-Webhook-Timestamp"]!), .. received.Body];
        var signature = Convert.FromBase64String(received.Headers["X-Twilio-Email-Event-Webhook-Signature"]!);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IResult> RecordAsync(HttpContext context, string route)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => (string?)header.Value,
            StringComparer.OrdinalIgnoreCase
        );
        var received = new Received(route, headers, body.ToArray());
        lock (All)
        {
            All.Add(received);
        }

        var (status, answer) = Answers.TryDequeue(out var next) ? next : (200, string.Empty);
        if (status == 200)
        {
            First.TrySetResult(received);
        }

        return Results.Text(answer, "application/problem+json", Encoding.UTF8, status);
    }

    internal sealed record Received(string Route, IReadOnlyDictionary<string, string?> Headers, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);
    }
}
