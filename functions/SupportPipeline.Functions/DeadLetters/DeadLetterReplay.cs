using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>
/// Puts dead letters back on their queues, and discards them. A replay is claimed before the message is put back, so that two clicks put it back once; a claim
/// of a process that died is over after a minute, because a message that comes twice harms nobody and one that never comes does.
/// </summary>
public sealed partial class DeadLetterReplay(
    DeadLetterStore letters,
    QueueFailures failures,
    QueueServiceClient queues,
    TimeProvider clock,
    ILogger<DeadLetterReplay> logger
)
{
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(1);

    /// <summary>Puts one back.</summary>
    /// <returns>How it stands now; null when it is not there. A reason when it could not be done.</returns>
    internal async Task<DeadLetterResult> ReplayAsync(DeadLetterId id, string by, CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(id, cancellationToken) is not { } found)
        {
            return DeadLetterResult.Missing;
        }

        var now = clock.GetUtcNow();
        if (DeadLetterRules.Refusal(found.Letter, now, ClaimTime) is { } refusal)
        {
            return new(found.Letter, refusal);
        }

        if (await letters.TryClaimAsync(found, now, cancellationToken) is not { } claimed)
        {
            return new(found.Letter, DeadLetterRules.BeingReplayed);
        }

        var letter = claimed.Letter;
        await failures.ReplayedAsync(id.Queue, letter.Message, letter.Replays + 1, cancellationToken);
        await queues.GetQueueClient(id.Queue).SendMessageAsync(letter.Message, null, TimeSpan.FromSeconds(-1), cancellationToken);

        // It is on the queue: what comes now only says so.
        var after = letter with
        {
            State = DeadLetterState.Replayed,
            By = by,
            DecidedAt = now,
            ClaimedAt = null,
            Replays = letter.Replays + 1,
        };
        await letters.TryMoveAsync(claimed, after, CancellationToken.None);
        Log.Replayed(logger, id.Queue, id.Key);
        return new(after, null);
    }

    /// <summary>Puts several back: those named, or the newest of a queue that wait, perhaps only those with one reason.</summary>
    internal async Task<DeadLetterBulk> ReplayAsync(DeadLetterSelection selection, string by, CancellationToken cancellationToken)
    {
        var ids = selection.Ids ?? await ChooseAsync(selection, cancellationToken);
        var (replayed, left) = (new List<string>(), new List<string>());
        foreach (var id in ids)
        {
            var result = await ReplayAsync(id, by, cancellationToken);
            (result is { Letter: not null, Refusal: null } ? replayed : left).Add(id.ToString());
        }

        return new(replayed, left);
    }

    /// <summary>Notes that nothing is to be done about one.</summary>
    internal async Task<DeadLetterResult> DiscardAsync(DeadLetterId id, string by, string note, CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(id, cancellationToken) is not { } found)
        {
            return DeadLetterResult.Missing;
        }

        var now = clock.GetUtcNow();
        if (DeadLetterRules.Refusal(found.Letter, now, ClaimTime) is { } refusal)
        {
            return new(found.Letter, refusal);
        }

        var after = found.Letter with { State = DeadLetterState.Discarded, By = by, DecidedAt = now, Note = note, ClaimedAt = null };
        return await letters.TryMoveAsync(found, after, cancellationToken)
            ? new(after, null)
            : new(found.Letter, DeadLetterRules.BeingReplayed);
    }

    private async Task<IReadOnlyList<DeadLetterId>> ChooseAsync(DeadLetterSelection selection, CancellationToken cancellationToken)
    {
        var chosen = new List<DeadLetterId>();
        string? after = null;
        do
        {
            (var page, after) = await letters.ListAsync(selection.Queue!, DeadLetterState.Waiting, 100, after, cancellationToken);
            chosen.AddRange(
                page.Select(stored => stored.Letter)
                    .Where(letter => selection.Reason is null || letter.Reason == selection.Reason)
                    .Select(letter => letter.Id)
            );
        } while (after is not null && chosen.Count < selection.Limit);

        return [.. chosen.Take(selection.Limit)];
    }

    private static partial class Log
    {
        [LoggerMessage(402, LogLevel.Information, "Dead letter {Key} was put back on {Queue}.")]
        public static partial void Replayed(ILogger logger, string queue, string key);
    }
}
