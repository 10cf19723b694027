using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportPipeline.Social.Connectors.X;

/// <summary>What both shapes of X's payloads have in common. Pure.</summary>
internal static partial class XPosts
{
    private const int MaxEntities = 100;
    private const int MaxVersions = 20;
    private const string OldMoment = "ddd MMM dd HH:mm:ss zzz yyyy";

    /// <summary>A deleted post.</summary>
    public static SocialEvent Delete(string id) => new SocialEvent.Deleted(SocialPlatform.X, "", id);

    /// <summary>An id of X, at most 25 digits: of the field called like it with <c>_str</c>, where there is one.</summary>
    public static string? IdOf(PayloadNode node, string name) => Id(node[$"{name}_str"]) ?? Id(node[name]);

    /// <summary>An id of X.</summary>
    public static string? Id(PayloadNode node) =>
        node.Id is { Length: <= 25 } id && !id.AsSpan().ContainsAnyExceptInRange('0', '9') ? id : null;

    /// <summary>A count that is not negative.</summary>
    public static long? Count(PayloadNode node, string name) =>
        (node[name].Whole ?? node[$"{name}_str"].Whole) is >= 0 and var count ? count : null;

    /// <summary>The items of an array, or the one that stands there without an array.</summary>
    public static IEnumerable<PayloadNode> Items(PayloadNode node) => node.IsObject ? [node] : node.Items;

    /// <summary>A moment in ISO 8601, or as the older payloads write it.</summary>
    public static DateTimeOffset? Moment(PayloadNode node) =>
        node.Text is { } text
        && DateTimeOffset.TryParseExact(text, OldMoment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : node.Time;

    /// <summary>The ids of the versions of an edited post, the first one first; a post that was never edited has one.</summary>
    public static IReadOnlyList<string> Versions(PayloadNode ids) => [.. ids.Items.Take(MaxVersions).Select(Id).OfType<string>()];

    /// <summary>X escapes three characters in texts, and nothing else.</summary>
    public static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>The text of a repost without what X puts before it.</summary>
    public static string WithoutRepostMark(string text) => RepostMark().Replace(text, "");

    /// <summary>The language. X has codes of its own for posts without one (<c>und</c>, <c>qme</c>, <c>zxx</c> …), and two that are out of date.</summary>
    public static string? Language(string? code) =>
        code switch
        {
            null or "" or "und" or "zxx" or "art" or ['q', _, _] => null,
            "in" => "id",
            "iw" => "he",
            "zh-cn" => "zh-Hans",
            "zh-tw" => "zh-Hant",
            _ => code,
        };

    /// <summary>Where a post can be seen.</summary>
    public static Uri Address(string id, string? handle) =>
        new($"https://x.com/{(handle is not null && Handle().IsMatch(handle) ? handle : "i")}/status/{id}");

    /// <summary>The values of a field of entities, for example the words of hashtags.</summary>
    public static IReadOnlyList<string> Entities(PayloadNode entities, string field) =>
        [
            .. Items(entities)
                .Take(MaxEntities)
                .Select(entity => entity[$"{field}_str"].Id ?? entity[field].Id)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Both counts together; null when neither is known.</summary>
    public static long? Sum(long? one, long? other) =>
        one is null && other is null ? null : (long)Math.Min(long.MaxValue / 2, (one ?? 0) + (decimal)(other ?? 0));

    /// <summary>What answering an edited post needs: the id of its latest version.</summary>
    public static IReadOnlyDictionary<string, string> ReplyFacts(string id, string first) =>
        id == first ? SocialPost.NoFacts : new Dictionary<string, string>(StringComparer.Ordinal) { ["latestId"] = id };

    [GeneratedRegex("^RT @[A-Za-z0-9_]{1,50}: ", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex RepostMark();

    [GeneratedRegex("^[A-Za-z0-9_]{1,50}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Handle();
}

/// <summary>The account a delivery is for, and all that are ours.</summary>
/// <param name="Id">The account, when it is ours; else empty.</param>
/// <param name="Own">Our accounts as configured.</param>
internal sealed record XAccount(string Id, IReadOnlySet<string> Own)
{
    /// <summary>Whether a user is one of us.</summary>
    public bool IsOurs(string? user) => user is { Length: > 0 } && (user == Id || Own.Contains(user));
}
