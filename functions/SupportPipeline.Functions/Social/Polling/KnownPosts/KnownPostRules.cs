using System.Globalization;
using System.Numerics;
using SupportPipeline.Platform;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Polling.KnownPosts;

/// <summary>When a post that is known is looked at again, and what of it is news. Pure.</summary>
internal static class KnownPostRules
{
    /// <summary>How old a post is at its looks, in hours: every hour of the first day, then once a day for a week.</summary>
    private static readonly int[] s_ages = [.. Enumerable.Range(1, 24), 48, 72, 96, 120, 144, Last];

    /// <summary>The age at the last look, in hours.</summary>
    private const int Last = 168;

    /// <summary>A host that stood still for longer looks at what is due of these days only.</summary>
    private static readonly TimeSpan s_longestGap = TimeSpan.FromDays(14);

    /// <summary>How long a post is looked at.</summary>
    public static TimeSpan Span { get; } = TimeSpan.FromHours(Last);

    /// <summary>The hour that a moment belongs to.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>The hours whose posts are due, newest first.</summary>
    /// <param name="done">The hour of the last round that was finished; null before the first.</param>
    /// <param name="round">The hour of this round.</param>
    public static IReadOnlyList<DateTimeOffset> HoursDue(DateTimeOffset? done, DateTimeOffset round) =>
        [.. HoursBetween(done, round).SelectMany(hour => s_ages.Select(age => hour.AddHours(-age))).Distinct().OrderDescending()];

    /// <summary>Whether a round's look at the posts of an hour is the last.</summary>
    public static bool IsLast(DateTimeOffset hour, DateTimeOffset round) => hour.AddHours(Last) <= round;

    /// <summary>
    /// What is news when it differs: the words, the version, and how many have reacted, in powers of two, so that a post that catches on is told and each
    /// single reaction is not.
    /// </summary>
    public static string PrintOf(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var reactions = BitOperations.Log2((ulong)Math.Max(0, ReachRules.Engagement(post.Metrics)) + 1);
        return StableHash.Of(
            post.Text,
            post.Revision.ToString(CultureInfo.InvariantCulture),
            reactions.ToString(CultureInfo.InvariantCulture)
        );
    }

    private static IEnumerable<DateTimeOffset> HoursBetween(DateTimeOffset? done, DateTimeOffset round)
    {
        var earliest = round - s_longestGap;
        var first = done is not { } finished ? round : finished.AddHours(1);
        for (var hour = first > earliest ? first : earliest; hour <= round; hour = hour.AddHours(1))
        {
            yield return hour;
        }
    }
}
