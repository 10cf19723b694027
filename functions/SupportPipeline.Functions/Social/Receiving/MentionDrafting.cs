using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Receiving;

/// <summary>Makes a mention of a post: what is kept of it, when it counts, how much it needs somebody. Pure.</summary>
internal static class MentionDrafting
{
    private const int MaxName = 200;
    private const int MaxExternal = 300;
    private const int MaxTags = 30;
    private const int MaxFacts = 20;

    private static readonly DateTimeOffset s_earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// When a post counts: when it was published, so that posts that come late do not look like many at once; when it was received, where the platform
    /// does not say, or says something that cannot be.
    /// </summary>
    public static DateTimeOffset Moment(SocialPost post, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.PublishedAt is { } published && published < receivedAt && published > s_earliest
            ? published.ToUniversalTime()
            : receivedAt;
    }

    /// <summary>A post as it is kept: cleaned, cut, without what nobody needs.</summary>
    public static SocialPost Clean(SocialPost post, int maxText)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post with
        {
            Text = StoredText.Clean(post.Text, maxText),
            Source = StoredText.CleanLine(post.Source, 100),
            Account = StoredText.CleanLine(post.Account, MaxExternal),
            Url = post.Url is { IsAbsoluteUri: true, Scheme: "https" or "http" } url && url.AbsoluteUri.Length <= 2_000 ? url : null,
            Language = post.Language is { } language ? StoredText.CleanLine(language, 35) : null,
            InReplyTo = Id(post.InReplyTo),
            ConversationId = Id(post.ConversationId),
            RepostOf = Id(post.RepostOf),
            QuoteOf = Id(post.QuoteOf),
            Tags = [.. post.Tags.Take(MaxTags).Select(tag => StoredText.CleanLine(tag, 100))],
            ReplyFacts =
                post.ReplyFacts.Count <= MaxFacts ? post.ReplyFacts : post.ReplyFacts.Take(MaxFacts).ToDictionary(StringComparer.Ordinal),
            Author = post.Author with
            {
                Handle = post.Author.Handle is { } handle ? StoredText.CleanLine(handle, MaxName) : null,
                Name = post.Author.Name is { } name ? StoredText.CleanLine(name, MaxName) : null,
            },
        };

        static string? Id(string? id) => id is null ? null : StoredText.CleanLine(id, MaxExternal);
    }

    /// <summary>A mention of a cleaned post; its group is found later.</summary>
    public static Mention Draft(MentionId id, SocialPost post, TriageDocument triage, DateTimeOffset receivedAt, DateTimeOffset now) =>
        Rescored(
            new Mention
            {
                Id = id,
                Post = post,
                ReceivedAt = receivedAt,
                Triage = triage,
                Score = new(0, []),
                Spam = SpamRules.Of(post, receivedAt),
                Reach = ReachRules.Of(post),
                Group = "",
            },
            now
        );

    /// <summary>A mention with one more copy.</summary>
    public static Mention WithCopy(Mention first, Mention copy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(copy);
        var author = StableHash.Of(copy.Post.Author.Id)[..12];
        var isKnown =
            first.CopyAuthors.Count >= Mention.MaxCopyAuthors
            || copy.Post.Author.Id == first.Post.Author.Id
            || first.CopyAuthors.Contains(author, StringComparer.Ordinal);
        var reach = (first.ReachWithCopies ?? first.Reach, copy.Reach) switch
        {
            (null, var its) => its,
            (var own, var its) => own + (its ?? 0),
        };
        return Rescored(
            first with
            {
                Copies = first.Copies + 1,
                CopyAuthors = isKnown ? first.CopyAuthors : [.. first.CopyAuthors, author],
                ReachWithCopies = reach,
            },
            now
        );
    }

    /// <summary>A mention whose author changed it, or that more people have reacted to; the same object when nothing is new.</summary>
    /// <param name="before">As it is kept.</param>
    /// <param name="post">The post as it is now, cleaned.</param>
    /// <param name="triage">What is understood of it now; null when its words are the same.</param>
    /// <param name="now">Now.</param>
    public static Mention Edited(Mention before, SocialPost post, TriageDocument? triage, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(post);
        var isOld = before.DeletedAt is null && post.Revision < before.Post.Revision;
        var isSame = isOld || triage is null && before.DeletedAt is null && IsNothingNew(before.Post, post);
        return isSame
            ? before
            : Rescored(
                before with
                {
                    Post = before.Post with
                    {
                        Text = post.Text,
                        Tags = post.Tags,
                        Revision = post.Revision,
                        Metrics = Most(before.Post.Metrics, post.Metrics),
                        Rating = post.Rating ?? before.Post.Rating,
                        Url = post.Url ?? before.Post.Url,
                        ReplyFacts = post.ReplyFacts.Count > 0 ? post.ReplyFacts : before.Post.ReplyFacts,
                    },
                    Triage = triage ?? before.Triage,
                    EditedAt = triage is null ? before.EditedAt : now,
                    DeletedAt = null,
                    Reach = ReachRules.Of(post) ?? before.Reach,
                    Version = before.Version + 1,
                },
                now
            );
    }

    /// <summary>A mention that was deleted: no words are left, and nothing that quotes them.</summary>
    public static Mention Deleted(Mention before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with
        {
            Post = before.Post with { Text = "", Tags = [], Url = null },
            Triage = before.Triage with { Evidence = [], KeyPhrases = null, PersonalData = null },
            DeletedAt = now,
            Version = before.Version + 1,
        };
    }

    /// <summary>A mention of which somebody says that it is no spam.</summary>
    public static Mention NotSpam(Mention before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Rescored(before with { Spam = SpamHints.None }, now);
    }

    private static Mention Rescored(Mention mention, DateTimeOffset now)
    {
        var hours = Math.Max(1, (now - mention.Id.At).TotalHours);
        var perHour = (ReachRules.Engagement(mention.Post.Metrics) + mention.Copies) / hours;
        return mention with { Score = ScoreRules.Of(mention.Triage, mention.ReachWithCopies ?? mention.Reach, perHour, mention.Spam) };
    }

    private static bool IsNothingNew(SocialPost before, SocialPost now) =>
        before.Text == now.Text
        && Most(before.Metrics, now.Metrics) == before.Metrics
        && (now.Rating is null || now.Rating == before.Rating);

    /// <summary>Counts may come in the wrong order; they hardly ever fall.</summary>
    private static PostMetrics Most(PostMetrics one, PostMetrics other) =>
        new()
        {
            Likes = Max(one.Likes, other.Likes),
            Shares = Max(one.Shares, other.Shares),
            Replies = Max(one.Replies, other.Replies),
            Views = Max(one.Views, other.Views),
        };

    private static long? Max(long? one, long? other) => one is null || other > one ? other ?? one : one;
}
