using System.Net.Http.Headers;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// Posts SendGrid's delivery events for every accepted mail back to the product: <c>processed</c>, then <c>delivered</c>, in signed
/// batches. As at SendGrid, an answer other than 2xx makes the same batch come again.
/// </summary>
internal sealed class DeliveryEvents : BackgroundService
{
    /// <summary>The name of the client this asks <see cref="IHttpClientFactory"/> for.</summary>
    public const string ClientName = "delivery-events";

    private const int MaxMailsPerBatch = 200;
    private const int MaxAttempts = 6;
    private readonly Channel<SinkMail> _accepted = Channel.CreateUnbounded<SinkMail>();
    private readonly IHttpClientFactory _clients;
    private readonly LocalSigningKey _key;
    private readonly FrontDoor _frontDoor;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private int _pending;

    public DeliveryEvents(MailSink sink, IHttpClientFactory clients, LocalSigningKey key, FrontDoor frontDoor, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(sink);
        _clients = clients;
        _key = key;
        _frontDoor = frontDoor;
        _clock = clock;
        _subscription = sink.Subscribe(mail =>
        {
            Interlocked.Increment(ref _pending);
            _accepted.Writer.TryWrite(mail);
        });
    }

    /// <summary>Mails whose events have not been taken yet: the run is not idle while there are any.</summary>
    public int Pending => Volatile.Read(ref _pending);

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<SinkMail>();
        while (await _accepted.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < MaxMailsPerBatch && _accepted.Reader.TryRead(out var mail))
            {
                batch.Add(mail);
            }

            await PostAsync(DeliveryEventBatch.Write(batch, _clock.GetUtcNow()), stoppingToken);
            Interlocked.Add(ref _pending, -batch.Count);
        }
    }

    private async Task PostAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await TryPostAsync(body, cancellationToken))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<bool> TryPostAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient(ClientName);
        using var request = _frontDoor.Post("webhooks/sendgrid", new ReadOnlyMemoryContent(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        _key.Sign(request, body.Span, _clock.GetUtcNow());
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
