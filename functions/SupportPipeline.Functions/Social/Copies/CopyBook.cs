using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Copies;

/// <summary>
/// Groups copies of a brand's posts. Every process knows the posts of the last hours; what others have come to know it reads from
/// <see cref="CopyLedger"/> every other second. Two processes that meet the first two edited copies of a post within that time make two groups; exact copies
/// have one group everywhere.
/// </summary>
public sealed class CopyBook(CopyLedger ledger, IOptions<ReceivingOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan s_learnEvery = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Known> _brands = new(StringComparer.Ordinal);

    /// <summary>Finds what posts of a brand are copies of. The first of each kind is known from now on; <see cref="RememberAsync"/> tells the other processes.</summary>
    internal async Task<IReadOnlyList<CopyPlace>> PlaceAsync(
        string brand,
        IReadOnlyList<CopyCandidate> posts,
        CancellationToken cancellationToken
    )
    {
        var known = _brands.GetOrAdd(brand, _ => new(new CopyIndex(options.Value.MaxKnownPosts)));
        await LearnAsync(brand, known, cancellationToken);
        lock (known.Lock)
        {
            return [.. posts.Select(post => Place(known, post))];
        }
    }

    /// <summary>Tells the other processes of posts that were the first of their kind.</summary>
    internal Task RememberAsync(string brand, IReadOnlyList<CopyFirst> firsts, string batch, CancellationToken cancellationToken) =>
        firsts.Count == 0 ? Task.CompletedTask : ledger.AddAsync(brand, firsts, batch, clock.GetUtcNow(), cancellationToken);

    private static CopyPlace Place(Known known, CopyCandidate post)
    {
        var like =
            known.Index.FindKey(post.Key)
            ?? (post.RepostOf is { } of ? known.Index.FindKey(of) : null)
            ?? (post.Print.IsEmpty ? null : known.Index.Find(post.Print));
        var group = like?.Group ?? (post.Print.IsEmpty ? post.RepostOf ?? post.Key : post.Print.Whole);

        // A day's stream shows each group once: the first of the day stands for it.
        if (known.FirstOfDay.TryGetValue((group, post.Id.Partition), out var first))
        {
            return new(group, first == post.Id ? null : first, null);
        }

        known.FirstOfDay[(group, post.Id.Partition)] = post.Id;
        var made = new CopyFirst(post.Id, group, post.Key, post.Print);
        known.Index.Add(made);
        return new(group, null, made);
    }

    private async Task LearnAsync(string brand, Known known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (known.Lock)
        {
            if (now - known.LearnedAt < s_learnEvery)
            {
                return;
            }

            known.LearnedAt = now;
        }

        var since = now - TimeSpan.FromHours(options.Value.CopyHours);
        var (firsts, place) = await ledger.ReadAsync(brand, known.Place, since, now, cancellationToken);
        lock (known.Lock)
        {
            foreach (var first in firsts)
            {
                known.Index.Add(first);
                known.FirstOfDay.TryAdd((first.Group, first.Id.Partition), first.Id);
            }

            known.Place = place;
            if (now - known.ForgottenAt > TimeSpan.FromMinutes(10))
            {
                known.Index.ForgetBefore(since);
                foreach (var old in known.FirstOfDay.Where(one => one.Value.At < since).ToList())
                {
                    known.FirstOfDay.Remove(old.Key);
                }

                known.ForgottenAt = now;
            }
        }
    }

    private sealed class Known(CopyIndex index)
    {
        public Lock Lock { get; } = new();

        public CopyIndex Index { get; } = index;

        public Dictionary<(string Group, string Partition), MentionId> FirstOfDay { get; } = [];

        public LedgerPlace? Place { get; set; }

        public DateTimeOffset LearnedAt { get; set; }

        public DateTimeOffset ForgottenAt { get; set; }
    }
}

/// <summary>A post that may be a copy.</summary>
/// <param name="Id">Its mention.</param>
/// <param name="Key">What leads to it from its platform's id.</param>
/// <param name="RepostOf">The same of what it repeats without a word of its own.</param>
/// <param name="Print">By what copies are known.</param>
internal sealed record CopyCandidate(MentionId Id, string Key, string? RepostOf, CopyPrint Print);

/// <summary>Where a post belongs.</summary>
/// <param name="Group">What it has in common with its copies.</param>
/// <param name="CopyOf">The first of its day; null when it is that itself.</param>
/// <param name="Made">What the other processes are to be told; null when they know.</param>
internal sealed record CopyPlace(string Group, MentionId? CopyOf, CopyFirst? Made);
