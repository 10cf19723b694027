using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>SendGrid's part: posts every mail until it is answered with 2xx, to any host that lives, and writes down which were.</summary>
internal sealed class StormPoster : IDisposable
{
    private const int Posters = 8;
    private const int MaxBacklog = 150;

    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(150);

    private readonly SocketsHttpHandler _handler = new() { PooledConnectionLifetime = TimeSpan.FromSeconds(5) };
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<OutgoingTestEmail> _answers = new();
    private readonly StreamWriter _accepted;
    private readonly StormHosts _hosts;
    private readonly LocalSigningKey _key;
    private readonly MovableClock _clock;
    private int _count;
    private int _answered;
    private int _most = int.MaxValue;

    public StormPoster(string acceptedFile, StormHosts hosts, LocalSigningKey key, MovableClock clock)
    {
        _accepted = new StreamWriter(acceptedFile) { AutoFlush = true, NewLine = "\n" };
        _http = new HttpClient(_handler) { Timeout = TimeSpan.FromSeconds(20) };
        (_hosts, _key, _clock) = (hosts, key, clock);
    }

    /// <summary>Mails that were answered with 2xx.</summary>
    public int Accepted => Volatile.Read(ref _count);

    /// <summary>No more mails than this are posted for the time being: the weather has to keep up.</summary>
    public int Most
    {
        set => Volatile.Write(ref _most, value);
    }

    /// <summary>How often a post was answered otherwise, or not at all.</summary>
    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    /// <summary>Customers answer some of our mails, as long as the poster goes on.</summary>
    public void Answer(SinkMail mail)
    {
        if (Interlocked.Increment(ref _answered) is var number && number % 12 == 0)
        {
            _answers.Enqueue(InboundEmailBuilder.Complete(StormMails.Answer(mail, number, _clock.GetUtcNow()), _clock.GetUtcNow()));
        }
    }

    /// <summary>Posts one mail more.</summary>
    public Task PostAsync(OutgoingTestEmail mail, CancellationToken cancellationToken) =>
        PostUntilAcceptedAsync(InboundParseRequest.Of(mail), cancellationToken);

    /// <summary>Posts all of them, and answers instead of the last ones of them, so that the number stays the same.</summary>
    public Task PostAsync(IReadOnlyList<OutgoingTestEmail> mails, QueueClient inbound, CancellationToken cancellationToken)
    {
        var (next, planned) = (0, 0);
        return Task.WhenAll(Enumerable.Range(0, Posters).Select(_ => PostOneByOneAsync()));

        async Task PostOneByOneAsync()
        {
            while (Interlocked.Increment(ref next) <= mails.Count)
            {
                await WaitForWeatherAsync(cancellationToken);
                await WaitForBacklogAsync(inbound, cancellationToken);
                var mail = _answers.TryDequeue(out var answer) ? answer : mails[Interlocked.Increment(ref planned) - 1];
                await PostUntilAcceptedAsync(InboundParseRequest.Of(mail), cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
        _accepted.Dispose();
    }

    private async Task PostUntilAcceptedAsync(InboundParseRequest parsed, CancellationToken cancellationToken)
    {
        while (true)
        {
            var outcome = _hosts.Any() is { } host ? await PostAsync(parsed, host.Address, cancellationToken) : "nobody there";
            if (outcome is null)
            {
                return;
            }

            _refusals.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
            await Task.Delay(s_again, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Posts one.</summary>
    /// <returns>Null when it was accepted; otherwise what came instead.</returns>
    private async Task<string?> PostAsync(InboundParseRequest parsed, Uri host, CancellationToken cancellationToken)
    {
        using var request = parsed.ToHttpRequest(new FrontDoor(() => host), _key, _clock.GetUtcNow());
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            }

            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            Write(body.GetProperty("messageId").GetString()!);
            return null;
        }
        catch (Exception cut)
            when (cut is HttpRequestException or IOException
                || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return "no answer";
        }
    }

    private void Write(string messageId)
    {
        lock (_accepted)
        {
            _accepted.WriteLine(messageId);
            _count++;
        }
    }

    private async Task WaitForWeatherAsync(CancellationToken cancellationToken)
    {
        while (Accepted > Volatile.Read(ref _most))
        {
            await Task.Delay(s_again, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>What waits is spread over the storm, so that every strike hits work.</summary>
    private static async Task WaitForBacklogAsync(QueueClient inbound, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if ((await inbound.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount < MaxBacklog)
                {
                    return;
                }
            }
            catch (Exception down) when (down is RequestFailedException or AggregateException or IOException)
            {
                // Storage is down: the front door will say so itself.
                return;
            }

            await Task.Delay(s_again, TimeProvider.System, cancellationToken);
        }
    }
}
