using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Receiving;

/// <summary>Changes mentions whose posts came again, were edited or were deleted.</summary>
public sealed class MentionChanging(MentionStore store, MentionIds ids, MentionMaking making, MessageTriager triager, TimeProvider clock)
{
    private const int MaxAttempts = 8;

    /// <summary>How long a change waits for its mention. A process that claimed an id and has not stored it by then will not do it any more.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(2);

    /// <summary>Changes what is known.</summary>
    /// <param name="posts">Posts whose ids others have claimed, in the order they came.</param>
    /// <param name="claimed">Who has them.</param>
    /// <param name="deletions">Posts that were deleted.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <returns>What changed, and whether something is to be tried again.</returns>
    internal async Task<(IReadOnlyList<Mention> Mentions, bool HaveToWait)> ChangeAsync(
        IReadOnlyList<ReceivedPost> posts,
        IReadOnlyDictionary<string, ClaimedMention> claimed,
        IReadOnlyList<DeletedPost> deletions,
        CancellationToken cancellationToken
    )
    {
        var (changed, haveToWait) = (new List<Mention>(), false);
        foreach (var post in posts)
        {
            var claim = claimed[post.Key];
            if (claim.DeletedAt is not null && !post.IsRestored)
            {
                continue;
            }

            haveToWait |= !await EditAsync(post, claim, changed, cancellationToken);
        }

        foreach (var deletion in deletions)
        {
            haveToWait |= !await DeleteAsync(deletion, changed, cancellationToken);
        }

        return (changed, haveToWait);
    }

    private async Task<bool> EditAsync(ReceivedPost post, ClaimedMention claim, List<Mention> changed, CancellationToken cancellationToken)
    {
        var id = claim.Id ?? post.Id;
        if (claim.DeletedAt is not null)
        {
            await ids.DeletedAsync(post.Key, null, cancellationToken);
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await store.LoadAsync(id, cancellationToken) is not { } stored)
            {
                if (claim.Id is not null && clock.GetUtcNow() - post.ReceivedAt < s_longestWait)
                {
                    return false;
                }

                changed.AddRange(await making.MakeAsync([post with { Id = id }], cancellationToken));
                return true;
            }

            var now = clock.GetUtcNow();
            var before = stored.Mention;
            var isRestored = before.DeletedAt is not null;
            if (isRestored && !post.IsRestored)
            {
                return true;
            }

            var triage =
                before.Post.Text == post.Post.Text
                    ? null
                    : TriageDocument.Of(await triager.TriageAsync(PostText.ForTriage(post.Post), cancellationToken));
            var after = MentionDrafting.Edited(before, post.Post, triage, now);
            if (ReferenceEquals(after, before))
            {
                changed.Add(before);
                return true;
            }

            var reason = isRestored ? SocialReason.MentionRestored : SocialReason.MentionEdited;
            var change = new MentionChange(stored, after)
            {
                // More reactions are no event of their own.
                Entries = triage is null && !isRestored ? [] : [Entry(after, now, isRestored ? "restored" : "edited", reason)],
            };
            if (await store.SaveAsync(change, cancellationToken) is { } saved)
            {
                changed.Add(saved.Mention);
                return true;
            }
        }

        return false;
    }

    private async Task<bool> DeleteAsync(DeletedPost deletion, List<Mention> changed, CancellationToken cancellationToken)
    {
        var known = await ids.FindAsync(deletion.Key, cancellationToken);
        if (known?.DeletedAt is null)
        {
            await ids.DeletedAsync(deletion.Key, deletion.At, cancellationToken);
        }

        if (known?.Id is not { } id)
        {
            return true;
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            if (await store.LoadAsync(id, cancellationToken) is not { } stored)
            {
                return now - deletion.At >= s_longestWait;
            }

            if (stored.Mention.DeletedAt is not null)
            {
                return true;
            }

            var after = MentionDrafting.Deleted(stored.Mention, now);
            var change = new MentionChange(stored, after) { Entries = [Entry(after, now, "deleted", SocialReason.MentionDeleted)] };
            if (await store.SaveAsync(change, cancellationToken) is { } saved)
            {
                changed.Add(saved.Mention);
                return true;
            }
        }

        return false;
    }

    private static MentionEntry Entry(Mention after, DateTimeOffset at, string kind, string reason) =>
        new(MentionEntry.KeyOf(at, $"{kind}{after.Version}"), at, kind, reason, null, null);
}
