using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>
/// Moves a poison message into the table, with what was noted about why it failed. One that failed only because something else was not there goes back to its
/// queue by itself first, a few times, each time later: no person could do more for it.
/// </summary>
public sealed partial class DeadLetterDrain(
    DeadLetterStore letters,
    QueueFailures failures,
    QueueServiceClient queues,
    PipelineMetrics metrics,
    ILogger<DeadLetterDrain> logger
)
{
    /// <summary>The reason of a message that failed without anybody noting why, for example because the process died each time.</summary>
    public const string UnknownReason = "unknown";

    /// <summary>The waits before a message goes back by itself, as many as there are returns.</summary>
    internal static readonly IReadOnlyList<TimeSpan> Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)];

    /// <summary>Moves one.</summary>
    /// <param name="queue">The queue it comes from, not its poison queue.</param>
    /// <param name="message">The poison message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task MoveAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        var text = message.Body.ToString();
        var failure = await failures.FindAsync(queue, text, cancellationToken);
        var returns = failure?.Returns ?? 0;
        if (FailureReason.IsPassing(failure?.Reason) && returns < Waits.Count)
        {
            // Counted first: a drain that dies in between counts twice, and the message comes back all the same.
            await failures.ReturnedAsync(queue, text, failure, cancellationToken);
            await queues.GetQueueClient(queue).SendMessageAsync(text, Waits[returns], TimeSpan.FromSeconds(-1), cancellationToken);
            Log.Returned(logger, queue, failure?.Reason ?? UnknownReason, Waits[returns]);
            return;
        }

        // A received message always has it; the other value is for the compiler.
        var givenUpAt = message.InsertedOn ?? DateTimeOffset.UnixEpoch;
        var letter = new DeadLetter
        {
            Id = DeadLetterId.Of(queue, givenUpAt, message.MessageId),
            State = DeadLetterState.Waiting,
            Message = StoredText.Clean(text, StoredText.MaxPropertyLength),
            Reason = failure?.Reason ?? UnknownReason,
            FirstFailedAt = failure?.FirstAt ?? givenUpAt,
            GivenUpAt = givenUpAt,
            Replays = failure?.Replays ?? 0,
        };
        if (await letters.AddAsync(letter, cancellationToken))
        {
            metrics.DeadLetterKept(queue);
            Log.Moved(logger, queue, letter.Id.Key, letter.Reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            402,
            LogLevel.Warning,
            "A message of {Queue} that failed too often ({Reason}) goes back to its queue, to be seen in {Wait}."
        )]
        public static partial void Returned(ILogger logger, string queue, string reason, TimeSpan wait);

        [LoggerMessage(401, LogLevel.Error, "A message of {Queue} is dead letter {Key}: {Reason}.")]
        public static partial void Moved(ILogger logger, string queue, string key, string reason);
    }
}
