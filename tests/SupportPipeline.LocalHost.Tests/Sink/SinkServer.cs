using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Tests.Sink;

/// <summary>The sink alone, on a port of its own.</summary>
internal sealed class SinkServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SinkServer(string? dataDirectory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(Now));
        builder.Services.AddSendGridSink(dataDirectory);
        builder.Services.AddHttpClient();
        app = builder.Build();
        app.MapSendGridSink();
    }

    public static DateTimeOffset Now { get; } = new(2026, 8, 3, 9, 30, 0, TimeSpan.Zero);

    public MailSink Mails => app.Services.GetRequiredService<MailSink>();

    public HttpClient Client { get; private set; } = null!;

    public static async Task<SinkServer> StartAsync(string? dataDirectory = null)
    {
        var server = new SinkServer(dataDirectory);
        await server.app.StartAsync();
        var addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Client = server.app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        server.Client.BaseAddress = new Uri(addresses.Single());
        return server;
    }

    public void Misbehave(FaultPlan fault) => app.Services.GetRequiredService<FaultInjection>().Plan(fault with { Target = "sendgrid" });

    public Task<HttpResponseMessage> SendAsync(string json) => SendAsync(new StringContent(json, null, "application/json"));

    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string? authorization = "Bearer SG.local")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/sendgrid/v3/mail/send") { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
