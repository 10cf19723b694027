using Microsoft.Extensions.Options;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

/// <summary>Gives posts of a delivery the ids of their mentions and claims them, the same each time the delivery is read.</summary>
public sealed class MentionClaims(MentionIds ids, SocialBrands brands, IOptions<ReceivingOptions> options, TimeProvider clock)
{
    /// <summary>Now.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The posts of a delivery, cleaned, each with its own id.</summary>
    internal IEnumerable<ReceivedPost> Posts(KeptDelivery delivery, IReadOnlyList<SocialEvent> events)
    {
        foreach (var one in events)
        {
            if (one is not SocialEvent.Posted posted)
            {
                continue;
            }

            var post = MentionDrafting.Clean(posted.Post, options.Value.MaxTextLength);
            var key = MentionIds.KeyOf(post.Platform, post.Source, post.ExternalId);
            var id = MentionId.Create(brands.Of(post), MentionDrafting.Moment(post, delivery.ReceivedAt), key, delivery.Id);
            yield return new(id, key, post, delivery.ReceivedAt, posted.IsRestored);
        }
    }

    /// <summary>Claims the ids of posts.</summary>
    internal Task<IReadOnlyDictionary<string, ClaimedMention>> ClaimAsync(
        IEnumerable<ReceivedPost> posts,
        CancellationToken cancellationToken
    ) => ids.ClaimAsync(posts.Select(post => KeyValuePair.Create(post.Key, post.Id)), cancellationToken);

    /// <summary>For each event, whether it is a post that was received before, with another delivery or earlier in this one.</summary>
    internal async Task<IReadOnlyList<bool>> AreKnownAsync(
        KeptDelivery delivery,
        IReadOnlyList<SocialEvent> events,
        CancellationToken cancellationToken
    )
    {
        var posts = Posts(delivery, events).ToList();
        var claimed = await ClaimAsync(posts, cancellationToken);
        var mine = new Queue<ReceivedPost>(posts);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. events.Select(one =>
                one is SocialEvent.Posted && mine.Dequeue() is var post && (!seen.Add(post.Key) || claimed[post.Key].Id != post.Id)
            ),
        ];
    }
}

/// <summary>A post that was received.</summary>
/// <param name="Id">The id its mention has when it is new.</param>
/// <param name="Key">What leads to it from its platform's id.</param>
/// <param name="Post">The post, cleaned.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="IsRestored">Whether the platform says that a deleted post is back.</param>
internal sealed record ReceivedPost(MentionId Id, string Key, SocialPost Post, DateTimeOffset ReceivedAt, bool IsRestored);
