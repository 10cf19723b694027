using Azure;
using Azure.Core;
using Azure.Storage.Queues;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>The listeners of all queue functions.</summary>
internal sealed class QueueListeners : IAsyncDisposable
{
    private readonly List<QueueListener> _listeners = [];
    private readonly string _connectionString;
    private readonly HostJson _host;
    private readonly QueueListenerParts _parts;

    public QueueListeners(IReadOnlyList<QueueFunction> functions, string connectionString, HostJson host, QueueListenerParts parts)
    {
        _connectionString = connectionString;
        _host = host;
        _parts = parts;
        foreach (var function in functions)
        {
            var queue = Client(function.Queue);
            var outcome = new QueueMessageOutcome(queue, PoisonName(function.Queue) is { } name ? Client(name) : null, host.Queues);
            _listeners.Add(new(function, queue, host.Queues, new(function, queue, outcome, host, parts), parts));
        }
    }

    /// <summary>The queues that are listened to.</summary>
    public IEnumerable<string> Queues => _listeners.Select(listener => listener.Queue).Distinct(StringComparer.Ordinal);

    /// <summary>Messages of a queue that are nobody's work any more; null when nobody listens to it.</summary>
    public int? Stuck(string queue)
    {
        var listeners = _listeners.FindAll(listener => listener.Queue == queue);
        return listeners.Count == 0 ? null : listeners.Sum(listener => listener.Stuck);
    }

    /// <summary>The poison queue of a queue; null when it is one itself or its name would be longer than a queue's may be.</summary>
    public static string? PoisonName(string queue)
    {
        const string suffix = "-poison";
        return queue.EndsWith(suffix, StringComparison.Ordinal) || queue.Length + suffix.Length > 63 ? null : queue + suffix;
    }

    /// <summary>A client as the host uses it: texts as they are on the wire, requests counted.</summary>
    public QueueClient Client(string queue)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        options.AddPolicy(_parts.Counter, HttpPipelinePosition.PerRetry);
        return new(_connectionString, queue, options);
    }

    /// <summary>Frees what a killed run had in work, creates missing queues and starts to listen.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await Task.WhenAll(Queues.Select(queue => Client(queue).CreateIfNotExistsAsync(cancellationToken: ct)));
        if (_parts.Journal is { } journal)
        {
            foreach (var message in journal.Abandoned)
            {
                await new QueueMessageOutcome(Client(message.Queue), null, _host.Queues).ReleaseAsync(
                    message.Id,
                    message.PopReceipt,
                    TimeSpan.Zero
                );
            }

            journal.Released();
        }

        _listeners.ForEach(listener => listener.Start());
    }

    /// <summary>How many messages a queue holds, visible or not; 0 when it does not exist.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken ct)
    {
        try
        {
            return (await Client(queue).GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_listeners.Select(listener => listener.DisposeAsync().AsTask()));
        _parts.Journal?.Dispose();
    }
}
