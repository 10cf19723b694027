using System.Diagnostics;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace SupportPipeline.Platform;

/// <summary>The one place that maps an <see cref="Outcome"/> to what happens to the queue message.</summary>
public sealed partial class QueueOutcomes(
    QueueServiceClient queues,
    QueueFailures failures,
    PipelineMetrics metrics,
    ILogger<QueueOutcomes> logger
)
{
    /// <summary>
    /// Runs the handling of one queue message: what every queue function does. An exception is noted with the message, so that a dead letter can say why
    /// it is one, and rises; the host logs it once and tries again.
    /// </summary>
    /// <param name="queueName">The queue the message came from.</param>
    /// <param name="queueMessage">The message as it was received.</param>
    /// <param name="handle">The handling.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(string queueName, string queueMessage, Func<Task<Outcome>> handle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handle);
        using var span = QueueTraces.Process(queueName, queueMessage);
        using var measured = metrics.Processing(queueName);
        Outcome outcome;
        try
        {
            outcome = await handle();
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            measured.Failed(exception);
            await NoteAsync(queueName, queueMessage, FailureReason.Of(exception));
            throw;
        }

        await ApplyAsync(outcome, queueName, queueMessage, cancellationToken);
    }

    /// <summary>
    /// Completed and skipped messages are done. A deferred message is put on the queue again, invisible for a while, because the
    /// host's own retry delay is the same for the whole app. A rejected message goes to the poison queue at once, with its reason in the log.
    /// </summary>
    /// <param name="outcome">How the handling ended.</param>
    /// <param name="queueName">The queue the message came from.</param>
    /// <param name="queueMessage">The message as it was received.</param>
    /// <param name="cancellationToken">Stops before the side effect.</param>
    public async Task ApplyAsync(Outcome outcome, string queueName, string queueMessage, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case Outcome.Deferred deferred:
                Log.Deferred(logger, queueName, deferred.Reason, deferred.After);
                await SendAsync(queueName, queueMessage, deferred.After, cancellationToken);
                break;
            case Outcome.Rejected rejected:
                Log.Rejected(logger, queueName, rejected.Reason);
                await NoteAsync(queueName, queueMessage, rejected.Reason);
                await SendAsync(queueName + StorageNames.PoisonSuffix, queueMessage, null, cancellationToken);
                break;
            case Outcome.Skipped skipped:
                Log.Skipped(logger, queueName, skipped.Reason);
                break;
            default:
                break;
        }
    }

    /// <summary>As well as it can be done: a dead letter without a reason is better than none.</summary>
    private async Task NoteAsync(string queueName, string queueMessage, string reason)
    {
        try
        {
            await failures.NoteAsync(queueName, queueMessage, reason, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.NotNoted(logger, queueName, reason, exception.GetType().Name);
        }
    }

    private Task SendAsync(string queueName, string queueMessage, TimeSpan? after, CancellationToken cancellationToken) =>
        queues.GetQueueClient(queueName).SendMessageAsync(queueMessage, after, TimeSpan.FromSeconds(-1), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Information, "A message of {QueueName} is deferred for {After}: {Reason}.")]
        public static partial void Deferred(ILogger logger, string queueName, string reason, TimeSpan after);

        [LoggerMessage(102, LogLevel.Error, "A message of {QueueName} becomes a dead letter: {Reason}.")]
        public static partial void Rejected(ILogger logger, string queueName, string reason);

        [LoggerMessage(103, LogLevel.Information, "A message of {QueueName} needed nothing: {Reason}.")]
        public static partial void Skipped(ILogger logger, string queueName, string reason);

        [LoggerMessage(104, LogLevel.Information, "Why a message of {QueueName} failed ({Reason}) could not be noted: {Failure}.")]
        public static partial void NotNoted(ILogger logger, string queueName, string reason, string failure);
    }
}
