namespace SupportPipeline.Social.Receiving;

/// <summary>About how many people see a post. Pure.</summary>
internal static class ReachRules
{
    private const double SmallShare = 0.15;
    private const double LargeShare = 0.06;
    private const double Small = 100_000;
    private const double Large = 10_000_000;

    /// <summary>
    /// The views the platform counted, or the part of the followers who are likely to see one post when that is more: 15 % up to 100,000 followers, falling
    /// evenly to 6 % at 10 million (Sprinklr's discount). Null when the platform says neither.
    /// </summary>
    public static long? Of(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Author.Followers is not { } followers)
        {
            return post.Metrics.Views;
        }

        var share = SmallShare - ((SmallShare - LargeShare) * Math.Clamp((followers - Small) / (Large - Small), 0, 1));
        return Math.Max((long)(Math.Max(followers, 0) * share), post.Metrics.Views ?? 0);
    }

    /// <summary>Likes, shares, answers: how many people did something.</summary>
    public static long Engagement(PostMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return (metrics.Likes ?? 0) + (metrics.Shares ?? 0) + (metrics.Replies ?? 0);
    }
}
