using SupportPipeline.Platform;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>What is taken out of a mention whose author is erased. Pure.</summary>
internal static class MentionErasureRules
{
    /// <summary>Who wrote an erased mention.</summary>
    public const string Nobody = "erased";

    /// <summary>So many timeline entries or answers change in one transaction, which takes 100; what is left is for the next.</summary>
    private const int AtOnce = 40;

    /// <summary>Decides; nothing when all is erased.</summary>
    public static MentionVerdict Decide(MentionHistory history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(history);
        var before = history.Mention;
        var entries = history
            .Entries.Where(entry => entry.Note is not null)
            .Take(AtOnce)
            .Select(entry => entry with { Note = null })
            .ToList();
        var replies = history.Replies.Where(reply => reply.Text.Length > 0 || reply.Detail is not null).Take(AtOnce).Select(Blank).ToList();
        var isErased = before.Post.Author.Id == Nobody;
        if (isErased && entries.Count + replies.Count == 0)
        {
            return new MentionVerdict.Nothing();
        }

        var blanked = before.DeletedAt is null ? MentionDrafting.Deleted(before, now) : before with { Version = before.Version + 1 };
        var after = blanked with { Post = blanked.Post with { Author = new(Nobody), ReplyFacts = SocialPost.NoFacts }, Writer = null };
        var entry = new MentionEntry(
            MentionEntry.KeyOf(now, $"erased{after.Version}"),
            now,
            "erased",
            ReasonCode.CustomerErased,
            null,
            null
        );
        return new MentionVerdict.Apply(
            new MentionChange(history.Stored, after) { Entries = isErased ? entries : [.. entries, entry], Replies = replies }
        );
    }

    /// <summary>An answer without its words; one that has not gone out does not go out any more.</summary>
    private static PublicReply Blank(PublicReply reply)
    {
        var isWaiting = reply.State is PublicReplyState.Drafted or PublicReplyState.Approved;
        return reply with
        {
            Text = "",
            Detail = null,
            State = isWaiting ? PublicReplyState.Suppressed : reply.State,
            Reason = isWaiting ? ReasonCode.CustomerErased : reply.Reason,
        };
    }
}
