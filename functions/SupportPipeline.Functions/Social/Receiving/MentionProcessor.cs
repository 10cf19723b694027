using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

/// <summary>
/// The way of a delivery after the front door: read again, claim the ids, make and store what is new, change what is known, then let the watches look. Each
/// step may be repeated by a second delivery of the queue message and then changes nothing.
/// </summary>
public sealed class MentionProcessor
{
    private static readonly TimeSpan s_shortWait = TimeSpan.FromSeconds(5);

    private readonly DeliveryKeeping _keeping;
    private readonly ConnectorCatalog _connectors;
    private readonly MentionClaims _claims;
    private readonly MentionMaking _making;
    private readonly MentionChanging _changing;
    private readonly IEnumerable<IMentionWatch> _watches;

    internal MentionProcessor(MentionSources sources, MentionMaking making, MentionChanging changing, IEnumerable<IMentionWatch> watches)
    {
        (_keeping, _connectors, _claims) = sources;
        (_making, _changing, _watches) = (making, changing, watches);
    }

    /// <summary>Processes what was kept together.</summary>
    public async Task<Outcome> ProcessAsync(MentionsReceived pointer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        var deliveries = await _keeping.FetchAsync(pointer.Blob, cancellationToken);
        var (posts, deletions) = Read(deliveries);
        var claimed = await _claims.ClaimAsync(posts, cancellationToken);

        // A delivery may hold a post twice, or a post and its edit: the first one is made, the others change it.
        var made = new HashSet<MentionId>();
        var isOurs = posts.ToLookup(post => claimed[post.Key] is { DeletedAt: null } claim && claim.Id == post.Id && made.Add(post.Id));
        var stored = await _making.MakeAsync([.. isOurs[true]], cancellationToken);
        var changed = await _changing.ChangeAsync(Latest(isOurs[false]), claimed, deletions, cancellationToken);
        var touched = stored.Concat(changed.Mentions).GroupBy(mention => mention.Id).Select(same => same.Last()).ToList();
        foreach (var watch in _watches)
        {
            await watch.ConsiderAsync(touched, cancellationToken);
        }

        return changed.HaveToWait ? new Outcome.Deferred(s_shortWait, SocialReason.MentionNotStoredYet) : new Outcome.Completed();
    }

    /// <summary>Of several changes of a post the newest, or the last where versions are not told, so that doing it all again changes nothing.</summary>
    private static List<ReceivedPost> Latest(IEnumerable<ReceivedPost> posts) =>
        [
            .. posts
                .GroupBy(post => post.Key, StringComparer.Ordinal)
                .Select(same =>
                    same.Aggregate((one, other) => other.Post.Revision >= one.Post.Revision ? other : one) with
                    {
                        IsRestored = same.Any(post => post.IsRestored),
                    }
                ),
        ];

    private (List<ReceivedPost> Posts, List<DeletedPost> Deletions) Read(IReadOnlyList<KeptDelivery> deliveries)
    {
        var (posts, deletions) = (new List<ReceivedPost>(), new List<DeletedPost>());
        foreach (var delivery in deliveries)
        {
            var connector =
                _connectors.Find(delivery.Connector)
                ?? throw new FormatException($"There is no connector '{delivery.Connector}' any more.");
            var events = connector.Read(delivery.Payload);
            posts.AddRange(_claims.Posts(delivery, events));
            deletions.AddRange(
                events
                    .OfType<SocialEvent.Deleted>()
                    .Select(gone => new DeletedPost(MentionIds.KeyOf(gone.Platform, gone.Source, gone.ExternalId), delivery.ReceivedAt))
            );
        }

        return (posts, deletions);
    }
}

/// <summary>Where deliveries and their mentions' ids come from.</summary>
internal sealed record MentionSources(DeliveryKeeping Keeping, ConnectorCatalog Connectors, MentionClaims Claims);

/// <summary>A post that was deleted on its platform.</summary>
/// <param name="Key">What leads to it from its platform's id.</param>
/// <param name="At">When we heard of it.</param>
internal sealed record DeletedPost(string Key, DateTimeOffset At);
