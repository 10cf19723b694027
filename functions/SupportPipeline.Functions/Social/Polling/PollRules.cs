using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Polling;

/// <summary>When a feed that failed is tried again.</summary>
internal static class PollRules
{
    private static readonly TimeSpan s_first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(30);

    /// <summary>A platform that asks to wait longer is asked again after this: a wrong header must not silence a feed.</summary>
    private static readonly TimeSpan s_longestAsked = TimeSpan.FromHours(6);

    /// <summary>A minute, doubled with each failure up to half an hour, and up to a quarter more, which differs by feed so that they do not all come at once.</summary>
    public static DateTimeOffset NextTry(DateTimeOffset now, int failures, string feed)
    {
        var wait = s_first * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        wait = wait < s_longest ? wait : s_longest;
        var share = StableHash.Shard(string.Create(CultureInfo.InvariantCulture, $"{feed}/{failures}"), 1_000) / 4_000.0;
        return now + wait + (wait * share);
    }

    /// <summary>What a platform asked for, within bounds; when it did not say, as after a failure.</summary>
    public static DateTimeOffset Asked(DateTimeOffset? until, DateTimeOffset now, int failures, string feed) =>
        until is not { } moment ? NextTry(now, failures, feed)
        : moment > now + s_longestAsked ? now + s_longestAsked
        : moment;
}
