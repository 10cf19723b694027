using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Alerts;

/// <summary>How a webhook took what it was sent.</summary>
internal abstract record WebhookAnswer
{
    private WebhookAnswer() { }

    /// <summary>It took it.</summary>
    public sealed record Taken : WebhookAnswer;

    /// <summary>It did not, and will not.</summary>
    public sealed record Refused(string Detail) : WebhookAnswer;

    /// <summary>It certainly did not, and may later.</summary>
    public sealed record NotThere(TimeSpan? RetryAfter, string Detail) : WebhookAnswer;

    /// <summary>It was asked, and no answer came.</summary>
    public sealed record Unknown(string Detail) : WebhookAnswer;
}

/// <summary>
/// Posts to webhooks. The name is resolved here, every address is checked, and the connection is made to an address that was checked: a name that changes
/// its mind in between (DNS rebinding) leads nowhere. Redirects are not followed; of an answer only the status is read.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly bool _allowLoopback;
    private readonly HttpClient _http;

    /// <summary>With the system's name resolution.</summary>
    public WebhookSender(IOptions<AlertsOptions> options)
        : this(options, Dns.GetHostAddressesAsync) { }

    /// <summary>With another name resolution.</summary>
    internal WebhookSender(IOptions<AlertsOptions> options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_resolve, _allowLoopback) = (resolve, options.Value.AllowLoopback);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = s_patience,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        _http = new HttpClient(handler) { Timeout = s_patience };
    }

    /// <summary>Posts JSON.</summary>
    public async Task<WebhookAnswer> PostAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => new WebhookAnswer.Taken(),
                429 or >= 500 => new WebhookAnswer.NotThere(response.Headers.RetryAfter?.Delta, $"status {(int)response.StatusCode}"),
                var status => new WebhookAnswer.Refused($"status {status}"),
            };
        }
        catch (HttpRequestException failure) when (failure.InnerException is WebhookRefusedException refused)
        {
            return new WebhookAnswer.Refused(refused.Message);
        }
        catch (HttpRequestException failure)
            when (failure.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
            )
        {
            return new WebhookAnswer.NotThere(null, failure.HttpRequestError.ToString());
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return new WebhookAnswer.Unknown(failure.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancellationToken);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, IsAllowed))
        {
            throw new WebhookRefusedException("The name leads into our own network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) => WebhookAddress.IsPublic(address) || (_allowLoopback && IPAddress.IsLoopback(address));
}

/// <summary>A webhook leads where none may be.</summary>
internal sealed class WebhookRefusedException(string message) : Exception(message);
