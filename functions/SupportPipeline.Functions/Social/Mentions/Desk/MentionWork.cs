namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Changes mentions: load, decide, store as a whole, and again from the start when somebody else was faster.</summary>
public sealed class MentionWork(MentionStore mentions, MentionPages pages)
{
    /// <summary>So many copies an act takes along.</summary>
    internal const int MaxCopies = 200;

    private const int MaxTries = 10;
    private const int AtOnce = 8;

    /// <summary>A mention with all that belongs to it; null when there is none.</summary>
    internal Task<MentionHistory?> LoadAsync(MentionId id, CancellationToken cancellationToken) =>
        mentions.LoadHistoryAsync(id, cancellationToken);

    /// <summary>Changes a mention.</summary>
    /// <returns>What was decided and the mention as it stands then; null when there is none, or it kept changing.</returns>
    internal async Task<(MentionVerdict Verdict, MentionHistory History)?> ChangeAsync(
        MentionId id,
        Func<MentionHistory, MentionVerdict> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await mentions.LoadHistoryAsync(id, cancellationToken) is not { } history)
            {
                return null;
            }

            var verdict = decide(history);
            if (verdict is not MentionVerdict.Apply { Change: var change })
            {
                return (verdict, history);
            }

            if (await mentions.SaveAsync(change, cancellationToken) is { } stored)
            {
                return (
                    verdict,
                    history with
                    {
                        Stored = stored,
                        Entries = [.. history.Entries, .. change.Entries],
                        Replies =
                        [
                            .. history.Replies.Where(reply => !change.Replies.Any(changed => changed.Id == reply.Id)),
                            .. change.Replies,
                        ],
                    }
                );
            }
        }

        throw new InvalidOperationException($"Mention {id} kept changing.");
    }

    /// <summary>Does the same to the copies of a mention.</summary>
    /// <returns>How many changed, and whether there are more than were looked at.</returns>
    internal async Task<(int Changed, bool AreMore)> ChangeCopiesAsync(
        Mention first,
        Func<MentionHistory, MentionVerdict> decide,
        CancellationToken cancellationToken
    )
    {
        var copies = await pages.CopiesAsync(first, MaxCopies + 1, cancellationToken);
        var changed = 0;
        await Parallel.ForEachAsync(
            copies.Take(MaxCopies),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (copy, cancellation) =>
            {
                if (await ChangeAsync(copy.Mention.Id, decide, cancellation) is { Verdict: MentionVerdict.Apply })
                {
                    Interlocked.Increment(ref changed);
                }
            }
        );
        return (changed, copies.Count > MaxCopies);
    }
}
