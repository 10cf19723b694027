using System.Globalization;
using System.Text.RegularExpressions;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies;

/// <summary>Something about an answer that somebody should know.</summary>
/// <param name="Reason">A stable code.</param>
/// <param name="Detail">In words.</param>
internal sealed record ReplyRemark(string Reason, string Detail);

/// <summary>What can be said of an answer before it goes out. Pure.</summary>
internal sealed partial record ReplyCheck
{
    /// <summary>From this share of the limit on, somebody is told that it is near.</summary>
    private const double Near = 0.9;

    /// <summary>How long the text is, as the platform counts.</summary>
    public required int Length { get; init; }

    /// <summary>The limit; null where the platform states none.</summary>
    public int? Limit { get; init; }

    /// <summary>Until when the author can be written to alone.</summary>
    public DateTimeOffset? WindowEnds { get; init; }

    /// <summary>Why it cannot go out.</summary>
    public required IReadOnlyList<ReplyRemark> Errors { get; init; }

    /// <summary>What to think of before it does.</summary>
    public required IReadOnlyList<ReplyRemark> Warnings { get; init; }

    /// <summary>Why the platform's own pages are the only way to answer; null when the API can be used.</summary>
    public ReplyRemark? OpenThere { get; init; }

    /// <summary>Looks at an answer.</summary>
    /// <param name="mention">What it answers.</param>
    /// <param name="text">What is to be posted.</param>
    /// <param name="isPrivate">Whether only the author is to see it.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">Prices, limits and which platforms have credentials.</param>
    /// <param name="others">The other answers to it; null for none.</param>
    public static ReplyCheck Of(
        Mention mention,
        string text,
        bool isPrivate,
        DateTimeOffset now,
        PublicRepliesOptions options,
        IEnumerable<PublicReply>? others = null
    )
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(options);
        var policy = ReplyPolicy.Of(mention.Post.Platform);
        var limit =
            mention.Post.Platform == SocialPlatform.Mastodon ? options.MastodonMaxCharacters
            : isPrivate ? policy.MaxPrivateLength
            : policy.MaxLength;
        var posted = PostedText.Of(mention, text);
        var length = policy.Count(posted);
        var ends =
            isPrivate && policy.PrivateWindow is { } window
                ? (mention.Post.PublishedAt ?? mention.ReceivedAt) + window
                : (DateTimeOffset?)null;
        var there = (isPrivate ? WhyNotAgain(policy, others ?? []) : null) ?? WhyOpenThere(mention, policy, isPrivate, ends, now, options);
        return new()
        {
            Length = length,
            Limit = limit,
            WindowEnds = ends,
            OpenThere = there,
            Errors = [.. FindErrors(mention, policy, posted, text, length, limit), .. there is null ? (ReplyRemark[])[] : [there]],
            Warnings = [.. FindWarnings(mention, text, length, limit, options)],
        };
    }

    private static IEnumerable<ReplyRemark> FindErrors(
        Mention mention,
        ReplyPolicy policy,
        string posted,
        string text,
        int length,
        int? limit
    )
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new("reply-empty", "There is nothing to post.");
        }

        if (mention.DeletedAt is not null)
        {
            yield return new(SocialReason.MentionDeleted, "The post was deleted: there is nothing left to answer.");
        }

        if (length > limit)
        {
            yield return new(SocialReason.ReplyTooLong, $"It counts {length} there; {limit} are allowed.");
        }

        if (policy.MaxBytes is { } most && PostLength.Bytes(posted) is var bytes && bytes > most)
        {
            yield return new(SocialReason.ReplyTooLong, $"It has {bytes} bytes; {most} are allowed.");
        }
    }

    private static IEnumerable<ReplyRemark> FindWarnings(Mention mention, string text, int length, int? limit, PublicRepliesOptions options)
    {
        if (limit is { } most && length <= most && length > most * Near)
        {
            yield return new("near-limit", $"It counts {length} of {most}.");
        }

        if (Names().Count(text) > 1)
        {
            yield return new("several-names", "It names several accounts: all of them are told.");
        }

        if (mention.Post.Platform == SocialPlatform.X)
        {
            var hasLink = Link().IsMatch(text);
            var price =
                hasLink ? options.X.LinkPrice
                : mention.Post.IsAddressedToUs ? options.X.SummonedPrice
                : options.X.Price;
            yield return new(
                hasLink ? "link-price" : "price",
                string.Create(CultureInfo.InvariantCulture, $"X charges ${price:0.000} for it{(hasLink ? " because of the link" : "")}.")
            );
        }
    }

    /// <summary>One that may be out counts: nobody knows whether the platform would take a second one.</summary>
    private static ReplyRemark? WhyNotAgain(ReplyPolicy policy, IEnumerable<PublicReply> others) =>
        policy.IsPrivateOnce
        && others.Any(other =>
            other is { IsPrivate: true, State: PublicReplyState.Approved or PublicReplyState.Sent or PublicReplyState.Unknown }
        )
            ? new(
                SocialReason.PrivateReplyUsed,
                "The platform allows one private message for each comment, and this one has had it. The talk goes on once the author answers. Open it there."
            )
            : null;

    private static ReplyRemark? WhyOpenThere(
        Mention mention,
        ReplyPolicy policy,
        bool isPrivate,
        DateTimeOffset? ends,
        DateTimeOffset now,
        PublicRepliesOptions options
    ) =>
        isPrivate && !policy.CanPrivate ? new(SocialReason.NoPrivateReply, "The author cannot be answered alone by API. Open it there.")
        : !isPrivate && !policy.CanPublic ? new(SocialReason.NoReplyByApi, "It cannot be answered by API. Open it there.")
        : policy.NeedsSummon && !mention.Post.IsAddressedToUs
            ? new(SocialReason.NotSummoned, "X lets an app answer only those who named or quoted the account. Open it there.")
        : ends < now ? new(SocialReason.ReplyWindowOver, "The time in which the author can be answered alone is over. Open it there.")
        : !options.IsReady(mention.Post.Platform)
            ? new(SocialReason.NoReplyCredentials, "No credentials for answers are configured. Open it there.")
        : PostedText.Target(mention, isPrivate) is null
            ? new(SocialReason.NoReplyByApi, "What answering it needs was not told with it. Open it there.")
        : null;

    [GeneratedRegex("https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/@])@\w", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Names();
}
