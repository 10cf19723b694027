using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>
/// Feeds one function from its queue: takes a batch whenever no more than the threshold is in work, and polls an empty queue
/// with growing, randomized pauses, from which a message sent by this process wakes it.
/// </summary>
internal sealed partial class QueueListener(
    QueueFunction function,
    QueueClient queue,
    QueueSettings settings,
    QueueMessageRunner runner,
    QueueListenerParts parts
) : IAsyncDisposable
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly Signal _signal = parts.WakeUps.For(function.Queue);
    private readonly PollingPause _pause = new(s_shortestPause, settings.MaxPollingInterval);
    private int _inWork;
    private Task _loop = Task.CompletedTask;
    private Task _renewals = Task.CompletedTask;

    public string Queue => function.Queue;

    /// <summary>Messages that can be neither run nor moved away.</summary>
    public int Stuck => runner.Stuck;

    public void Start()
    {
        _loop = Task.Run(() => PollAsync(_stop.Token));
        _renewals = Task.Run(() => runner.RenewLeasesAsync(_stop.Token));
    }

    /// <summary>Takes no more messages, and returns when those in work are done or have had their time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await runner.DisposeAsync();
        await _renewals.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task PollAsync(CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested)
            {
                while (Volatile.Read(ref _inWork) > settings.NewBatchThreshold)
                {
                    await _signal.WaitAsync(Timeout.InfiniteTimeSpan, ct);
                }

                var messages = await ReceiveAsync(ct);
                Array.ForEach(messages, Begin);
                if (messages.Length < settings.BatchSize)
                {
                    await _signal.WaitAsync(_pause.Next(foundSome: messages.Length > 0), ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private void Begin(QueueMessage message)
    {
        Interlocked.Increment(ref _inWork);
        parts.Activity.Begin();
        _ = Task.Run(() => RunAsync(message));
    }

    private async Task RunAsync(QueueMessage message)
    {
        try
        {
            await runner.RunAsync(message);
        }
        catch (Exception storage)
        {
            // The outcome could not be stored: the message comes back when its lease is over.
            Log.OutcomeNotStored(parts.Logger, function.Name, message.MessageId, FailureText.Of(storage));
        }
        finally
        {
            parts.Activity.End();
            if (Interlocked.Decrement(ref _inWork) == settings.NewBatchThreshold)
            {
                _signal.Set();
            }
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken ct)
    {
        try
        {
            // Not cancelled by a stop: messages that are on their way would be hidden until their lease is over.
            var received = await queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, CancellationToken.None);
            if (received.Value.Length == 0)
            {
                parts.Counter.GetWasEmpty();
            }

            return received.Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404 && !ct.IsCancellationRequested)
        {
            await CreateAsync();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Log.NotPolled(parts.Logger, function.Queue, FailureText.Of(failure));
        }

        return [];
    }

    private async Task CreateAsync()
    {
        try
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException failure)
        {
            Log.NotPolled(parts.Logger, function.Queue, FailureText.Of(failure));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue {Queue} could not be polled: {Failure}.")]
        public static partial void NotPolled(ILogger logger, string queue, string failure);

        [LoggerMessage(2, LogLevel.Warning, "{Function}: what became of the message {MessageId} could not be stored: {Failure}.")]
        public static partial void OutcomeNotStored(ILogger logger, string function, string messageId, string failure);
    }
}
