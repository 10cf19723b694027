using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Load;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Tests.Load;

/// <summary>A host whose function app makes a case and an acknowledgement of every mail at once, except where it is told to fail.</summary>
internal sealed partial class PretendedHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _cases = [];
    private readonly LocalSigningKey _key = new();

    private PretendedHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/api/inbound/email", (Delegate)TakeAsync);
        _app.MapGet("/api/cases", List);
        _app.MapGet(
            "/local/health",
            () =>
                Results.Json(
                    new
                    {
                        ready = true,
                        idle = true,
                        poison = new Dictionary<string, int> { ["q"] = 0 },
                    }
                )
        );
    }

    public MailSink Mails { get; } = new();

    /// <summary>How many requests are refused with 503 before any is taken.</summary>
    public int Refusals { get; set; }

    /// <summary>Senders whose mail is taken and then forgotten.</summary>
    public HashSet<string> Lost { get; } = [];

    /// <summary>Senders who get two acknowledgements.</summary>
    public HashSet<string> Doubled { get; } = [];

    public bool HidesCases { get; set; }

    public int Requests { get; private set; }

    public LoadTarget Target
    {
        get
        {
            var server = _app.Services.GetRequiredService<IServer>();
            return new LoadTarget
            {
                BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
                FrontDoor = FrontDoor.Of(server),
                SupportAddress = "support@desk.example",
                SigningKey = _key,
                Mails = Mails,
                Operations = () => new StorageOperations(new Dictionary<string, long> { ["table batch"] = Requests }),
                StorageProcessIds = [Environment.ProcessId],
                Clock = TimeProvider.System,
            };
        }
    }

    public static async Task<PretendedHost> StartAsync()
    {
        var host = new PretendedHost();
        await host._app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var sender = Sender().Match(await reader.ReadToEndAsync(context.RequestAborted)).Groups["from"].Value;
        lock (_cases)
        {
            Requests++;
            if (Refusals-- > 0)
            {
                return Results.StatusCode(503);
            }

            if (!Lost.Contains(sender))
            {
                _cases.Add(sender);
                Acknowledge(sender, Doubled.Contains(sender) ? 2 : 1);
            }
        }

        return Results.Ok();
    }

    private void Acknowledge(string sender, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Mails.Accept([
                new SinkMail
                {
                    To = sender,
                    Kind = "to",
                    From = "support@desk.example",
                    Subject = "Re",
                    MessageId = "m",
                },
            ]);
        }
    }

    private IResult List(int limit, string? cursor)
    {
        if (HidesCases)
        {
            return Results.StatusCode(403);
        }

        var start = cursor is null ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
        var page = _cases.Skip(start).Take(limit).Select(id => new { id }).ToList();
        var next = start + page.Count < _cases.Count ? $"{start + page.Count}" : null;
        return Results.Json(new { items = page, next });
    }

    [GeneratedRegex("\"from\":\"(?<from>[^\"]+@load.example)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sender();
}
