using System.Globalization;
using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>What became of a dead letter.</summary>
public enum DeadLetterState
{
    /// <summary>Waits for a person.</summary>
    Waiting,

    /// <summary>Was put back on its queue.</summary>
    Replayed,

    /// <summary>A person decided that nothing is to be done.</summary>
    Discarded,
}

/// <summary>A queue message that could not be processed.</summary>
internal sealed record DeadLetter
{
    public required DeadLetterId Id { get; init; }

    public required DeadLetterState State { get; init; }

    /// <summary>The message as it was on the queue: a pointer, no content.</summary>
    public required string Message { get; init; }

    /// <summary>Why, without personal data; <c>unknown</c> when nobody could note it.</summary>
    public required string Reason { get; init; }

    /// <summary>When it failed first.</summary>
    public required DateTimeOffset FirstFailedAt { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset GivenUpAt { get; init; }

    /// <summary>How often this message was put back before.</summary>
    public int Replays { get; init; }

    /// <summary>Who decided about it; null while it waits.</summary>
    public string? By { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What that person wrote about it.</summary>
    public string? Note { get; init; }

    /// <summary>Set while it is being put back.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
}

/// <summary>Names a dead letter: its queue, when it was given up, and the id the queue gave the message. The same for every delivery of the same poison message.</summary>
/// <param name="Queue">The queue it comes from.</param>
/// <param name="Key">Newest first: inverted time and a hash.</param>
internal sealed partial record DeadLetterId(string Queue, string Key)
{
    private const char Separator = '.';

    /// <summary>Makes the id of a poison message.</summary>
    public static DeadLetterId Of(string queue, DateTimeOffset insertedAt, string messageId) =>
        new(
            queue,
            string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - insertedAt.UtcTicks:D19}-")
                + StableHash.Of(messageId)[..12]
        );

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DeadLetterId? id)
    {
        var parts = text.Split(Separator);
        id =
            parts.Length == 2 && StorageNames.Queues.Contains(parts[0], StringComparer.Ordinal) && KeyPattern().IsMatch(parts[1])
                ? new(parts[0], parts[1])
                : null;
        return id is not null;
    }

    /// <summary>As it stands in addresses.</summary>
    public override string ToString() => $"{Queue}{Separator}{Key}";

    [GeneratedRegex("^[0-9]{19}-[0-9a-f]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();
}
