using System.Net.Http.Headers;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// Posts SendGrid's delivery events for every accepted mail back to the product, in signed batches: once no more mails come for a moment, or there are many,
/// or the first has waited for as long as SendGrid lets one wait. As there, an answer other than 2xx makes the same batch come again with growing gaps.
/// </summary>
internal sealed class DeliveryEvents : BackgroundService
{
    /// <summary>The name of the client this asks <see cref="IHttpClientFactory"/> for.</summary>
    public const string ClientName = "delivery-events";

    private const int MaxMailsPerBatch = 1_000;
    private const int MaxAttempts = 8;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _accepted = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly MailSink _sink;
    private readonly IHttpClientFactory _clients;
    private readonly DeliveryEventSigner _signer;
    private readonly DeliveryEventProgress _progress;
    private readonly bool _inDisorder;
    private readonly IDisposable _subscription;

    public DeliveryEvents(
        MailSink sink,
        IHttpClientFactory clients,
        DeliveryEventSigner signer,
        DeliveryEventProgress progress,
        DeliveryEventDisorder disorder
    )
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(disorder);
        (_sink, _clients, _signer, _progress, _inDisorder) = (sink, clients, signer, progress, disorder.IsOn);
        _subscription = sink.Subscribe(_ => _accepted.Writer.TryWrite(true));
        _accepted.Writer.TryWrite(true);
    }

    /// <summary>Mails whose events have not been taken yet: the run is not idle while there are any.</summary>
    public int Pending => _sink.Count - _progress.Posted;

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PostAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped; a host that is disposed without being stopped first would take this for a failure.
        }
    }

    private async Task PostAllAsync(CancellationToken stoppingToken)
    {
        while (await _accepted.Reader.WaitToReadAsync(stoppingToken))
        {
            _accepted.Reader.TryRead(out _);
            await CollectAsync(stoppingToken);
            while (_sink.Mails(_progress.Posted, MaxMailsPerBatch) is { Count: > 0 } batch)
            {
                foreach (var body in DeliveryEventSigner.Bodies(batch, _inDisorder))
                {
                    await PostAsync(body, stoppingToken);
                }

                _progress.Advance(batch.Count);
            }
        }
    }

    /// <summary>Waits in real time, which a moved clock does not hurry.</summary>
    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var before = -1;
        while (Pending != before && Pending is > 0 and < MaxMailsPerBatch && TimeProvider.System.GetElapsedTime(started) < LongestWait)
        {
            before = Pending;
            await Task.Delay(Quiet, TimeProvider.System, cancellationToken);
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
        using var request = _signer.Request(body);
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

/// <summary>Whether every batch is posted twice and backwards, as SendGrid may.</summary>
internal sealed record DeliveryEventDisorder(bool IsOn);

/// <summary>Makes the requests.</summary>
internal sealed class DeliveryEventSigner(LocalSigningKey key, FrontDoor frontDoor, TimeProvider clock)
{
    /// <summary>The bodies for some mails.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Bodies(IReadOnlyList<SinkMail> mails, bool inDisorder)
    {
        yield return DeliveryEventBatch.Write(mails, backwards: inDisorder);
        if (inDisorder)
        {
            yield return DeliveryEventBatch.Write(mails, backwards: false);
        }
    }

    public HttpRequestMessage Request(ReadOnlyMemory<byte> body)
    {
        var request = frontDoor.Post("webhooks/sendgrid", new ReadOnlyMemoryContent(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        key.Sign(request, body.Span, clock.GetUtcNow());
        return request;
    }
}
