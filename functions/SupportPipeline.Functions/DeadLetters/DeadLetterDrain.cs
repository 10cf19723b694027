using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Moves a poison message into the table, with what was noted about why it failed.</summary>
public sealed partial class DeadLetterDrain(
    DeadLetterStore letters,
    QueueFailures failures,
    TimeProvider clock,
    ILogger<DeadLetterDrain> logger
)
{
    /// <summary>The reason of a message that failed without anybody noting why, for example because the process died each time.</summary>
    public const string UnknownReason = "unknown";

    /// <summary>Moves one.</summary>
    /// <param name="queue">The queue it comes from, not its poison queue.</param>
    /// <param name="message">The poison message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task MoveAsync(string queue, QueueMessage message, CancellationToken cancellationToken)
    {
        var text = message.Body.ToString();
        var failure = await failures.FindAsync(queue, text, cancellationToken);
        var givenUpAt = message.InsertedOn ?? clock.GetUtcNow();
        var letter = new DeadLetter
        {
            Id = DeadLetterId.Of(queue, message.InsertedOn ?? DateTimeOffset.UnixEpoch, message.MessageId),
            State = DeadLetterState.Waiting,
            Message = StoredText.Clean(text, StoredText.MaxPropertyLength),
            Reason = failure?.Reason ?? UnknownReason,
            FirstFailedAt = failure?.FirstAt ?? givenUpAt,
            GivenUpAt = givenUpAt,
            Replays = failure?.Replays ?? 0,
        };
        if (await letters.AddAsync(letter, cancellationToken))
        {
            Log.Moved(logger, queue, letter.Id.Key, letter.Reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Error, "A message of {Queue} is dead letter {Key}: {Reason}.")]
        public static partial void Moved(ILogger logger, string queue, string key, string reason);
    }
}
