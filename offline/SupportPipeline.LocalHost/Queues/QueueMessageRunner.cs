using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>Runs a function for one message after another, also side by side, and sees to what becomes of each message.</summary>
internal sealed partial class QueueMessageRunner(
    QueueFunction function,
    QueueClient queue,
    QueueMessageOutcome outcome,
    HostJson host,
    QueueListenerParts parts
) : IAsyncDisposable
{
    // What a function in work is given when the host stops: first to finish, then, its token cancelled, to give up.
    private static readonly TimeSpan s_toFinish = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_toGiveUp = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<MessageLease, bool> _leases = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly ConcurrentDictionary<string, bool> _stuck = new(StringComparer.Ordinal);

    /// <summary>Messages that can be neither run nor moved away, because this is a poison queue itself: nobody's work any more.</summary>
    public int Stuck => _stuck.Count;

    public async Task RunAsync(QueueMessage message)
    {
        var lease = new MessageLease(queue, message, host.Queues.Lease, parts.Journal);
        parts.Journal?.Taken(new(queue.Name, message.MessageId, message.PopReceipt));
        _leases[lease] = true;
        try
        {
            await RunAsync(message, lease);
        }
        finally
        {
            await lease.EndAsync();
            _leases.TryRemove(lease, out _);
            parts.Journal?.Done(queue.Name, message.MessageId);
        }
    }

    public async Task RenewLeasesAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(host.Queues.Lease / 10);
        while (await timer.WaitForNextTickAsync(ct))
        {
            foreach (var lease in _leases.Keys)
            {
                lease.RenewWhenDue();
            }
        }
    }

    /// <summary>Waits for the functions in work, then asks them to give up.</summary>
    public async ValueTask DisposeAsync()
    {
        _giveUp.CancelAfter(s_toFinish);
        using var patience = new CancellationTokenSource(s_toFinish + s_toGiveUp);
        while (!_leases.IsEmpty && !patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), CancellationToken.None);
        }

        if (_leases.IsEmpty)
        {
            _giveUp.Dispose();
        }
    }

    private async Task RunAsync(QueueMessage message, MessageLease lease)
    {
        var text = message.Body.ToString();
        if (message.DequeueCount > host.Queues.MaxDequeueCount || !TryDecode(message, out var decoded))
        {
            Log.NotRun(parts.Logger, function.Name, message.MessageId);
            if (QueueListeners.PoisonName(queue.Name) is null)
            {
                _stuck[message.MessageId] = true;
            }

            await outcome.PoisonAsync(message.MessageId, await lease.EndAsync(), text);
            return;
        }

        try
        {
            await (parts.Twice is { } twice ? twice.InvokeAsync(() => InvokeAsync(decoded)) : InvokeAsync(decoded));
        }
        catch (Exception failure)
        {
            await FailAsync(message, lease, text, failure);
            return;
        }

        var receipt = await lease.EndAsync();
        if (parts.Twice?.ComesAgain(message.DequeueCount) == true)
        {
            await outcome.ReleaseAsync(message.MessageId, receipt, TimeSpan.FromSeconds(1));
            return;
        }

        await outcome.SucceededAsync(message.MessageId, receipt);
    }

    private async Task InvokeAsync(QueueMessage message)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_giveUp.Token);
        cancellation.CancelAfter(host.FunctionTimeout);
        await using var scope = parts.Services.CreateAsyncScope();
        await function.Method.InvokeAsync(scope.ServiceProvider, new Invocation(cancellation.Token) { Message = message });
    }

    private async Task FailAsync(QueueMessage message, MessageLease lease, string text, Exception failure)
    {
        var receipt = await lease.EndAsync();
        if (_giveUp.IsCancellationRequested && failure is OperationCanceledException)
        {
            await outcome.ReleaseAsync(message.MessageId, receipt, TimeSpan.Zero);
            return;
        }

        var givenUp = await outcome.FailedAsync(message.MessageId, receipt, text, message.DequeueCount);
        Log.Failed(
            parts.Logger,
            function.Name,
            message.MessageId,
            message.DequeueCount,
            FailureText.Of(failure),
            givenUp ? "given up" : "tried again"
        );
        Log.FailedBecause(parts.Logger, failure, function.Name);
    }

    // Decoded here and not by the client: there, one message that is not Base64 would fail the batch it arrives in.
    private bool TryDecode(QueueMessage message, [NotNullWhen(true)] out QueueMessage? decoded)
    {
        decoded = message;
        if (!host.Queues.Base64)
        {
            return true;
        }

        var encoded = message.Body.ToMemory().Span;
        if (!Base64.IsValid(encoded, out var length))
        {
            decoded = null;
            return false;
        }

        var content = new byte[length];
        Base64.DecodeFromUtf8(encoded, content, out _, out _);
        decoded = QueuesModelFactory.QueueMessage(
            message.MessageId,
            message.PopReceipt,
            BinaryData.FromBytes(content),
            message.DequeueCount,
            message.NextVisibleOn,
            message.InsertedOn,
            message.ExpiresOn
        );
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed on the message {MessageId}, attempt {Attempt}, to be {Next}: {Failure}.")]
        public static partial void Failed(ILogger logger, string function, string messageId, long attempt, string failure, string next);

        [LoggerMessage(2, LogLevel.Debug, "{Function} failed.")]
        public static partial void FailedBecause(ILogger logger, Exception exception, string function);

        [LoggerMessage(3, LogLevel.Warning, "{Function} was not run: the message {MessageId} is not Base64, or was tried too often.")]
        public static partial void NotRun(ILogger logger, string function, string messageId);
    }
}
