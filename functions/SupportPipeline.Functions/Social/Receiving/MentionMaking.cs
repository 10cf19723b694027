using SupportPipeline.Social.Copies;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Receiving;

/// <summary>Makes mentions of posts that are new, and stores them.</summary>
public sealed class MentionMaking(MessageTriager triager, CopyBook copies, MentionLedger ledger, TimeProvider clock)
{
    /// <summary>Understands posts, finds what they are copies of, and stores them. Those that are stored already stay as they are.</summary>
    /// <returns>They as they stand now, and those that they are copies of.</returns>
    internal async Task<IReadOnlyList<Mention>> MakeAsync(IReadOnlyList<ReceivedPost> posts, CancellationToken cancellationToken)
    {
        if (posts.Count == 0)
        {
            return [];
        }

        var triages = await triager.TriageAsync([.. posts.Select(post => PostText.ForTriage(post.Post))], cancellationToken);
        var now = clock.GetUtcNow();
        var drafts = posts
            .Zip(triages, (post, triage) => MentionDrafting.Draft(post.Id, post.Post, TriageDocument.Of(triage), post.ReceivedAt, now))
            .ToList();
        var placed = new List<Mention>();
        var firsts = new List<(string Brand, List<CopyFirst> Firsts)>();
        foreach (var brand in drafts.Zip(posts).GroupBy(one => one.First.Id.Brand, StringComparer.Ordinal))
        {
            var candidates = brand.Select(one => Candidate(one.First, one.Second)).ToList();
            var places = await copies.PlaceAsync(brand.Key, candidates, cancellationToken);
            placed.AddRange(brand.Zip(places, (one, place) => one.First with { Group = place.Group, CopyOf = place.CopyOf }));
            firsts.Add((brand.Key, [.. places.Select(place => place.Made).OfType<CopyFirst>()]));
        }

        var stored = await ledger.AddAsync(placed, cancellationToken);
        foreach (var (brand, made) in firsts)
        {
            await copies.RememberAsync(brand, made, posts[0].Id.Order.Value, cancellationToken);
        }

        return stored;
    }

    private static CopyCandidate Candidate(Mention mention, ReceivedPost post) =>
        new(
            mention.Id,
            post.Key,
            post.Post.RepostOf is { } of ? MentionIds.KeyOf(post.Post.Platform, post.Post.Source, of) : null,
            CopyPrint.Of(post.Post.Text)
        );
}
