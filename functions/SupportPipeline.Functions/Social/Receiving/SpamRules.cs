using System.Text.RegularExpressions;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

/// <summary>
/// Hints that a post is spam or a machine's, as a number with reasons. Rules like these err: what they find is marked and can be corrected with one click,
/// it is never hidden from who looks for it and never deleted. Pure.
/// </summary>
internal static partial class SpamRules
{
    /// <summary>The account says so itself.</summary>
    public const string SaysSo = "says-it-is-automated";

    /// <summary>It follows fifty times as many as follow it.</summary>
    public const string FollowsMany = "follows-many-is-followed-by-few";

    /// <summary>The account has made fewer than three posts.</summary>
    public const string HardlyAnyPosts = "hardly-any-posts";

    /// <summary>The account is younger than a week.</summary>
    public const string NewAccount = "account-younger-than-a-week";

    /// <summary>The name ends in many digits.</summary>
    public const string DigitsInName = "digits-in-name";

    /// <summary>More than two links.</summary>
    public const string ManyLinks = "many-links";

    /// <summary>More than five hashtags.</summary>
    public const string ManyTags = "many-hashtags";

    /// <summary>Words of advertising.</summary>
    public const string Advertising = "advertising";

    private const double FollowRatio = 50;

    /// <summary>Looks at a post.</summary>
    public static SpamHints Of(SocialPost post, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(post);
        var author = post.Author;
        (bool IsSo, double Weight, string Reason)[] hints =
        [
            (author.IsBot, 0.7, SaysSo),
            (Advertises().IsMatch(post.Text), 0.5, Advertising),
            (
                author is { Following: > 500, Followers: { } followers } && author.Following / Math.Max(1d, followers) >= FollowRatio,
                0.3,
                FollowsMany
            ),
            (author.Posts < 3, 0.2, HardlyAnyPosts),
            (author.CreatedAt is { } made && now - made < TimeSpan.FromDays(7), 0.2, NewAccount),
            (author.Handle is { } handle && Digits().IsMatch(handle), 0.15, DigitsInName),
            (Link().Count(post.Text) > 2, 0.25, ManyLinks),
            (post.Text.AsSpan().Count('#') > 5, 0.25, ManyTags),
        ];
        var found = hints.Where(hint => hint.IsSo).OrderByDescending(hint => hint.Weight).ToList();
        return found.Count == 0 || author.IsVerified
            ? SpamHints.None
            : new(Math.Round(Math.Min(1, found.Sum(hint => hint.Weight)), 2), found.ConvertAll(hint => hint.Reason));
    }

    [GeneratedRegex(@"\d{5,}$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\b(giveaway|free followers|crypto airdrop|airdrop|click (the )?link in (my )?bio|dm (me )?to (earn|recover|get)|earn \$?\d+ (a|per) (day|week)|promo code|use my code|onlyfans|forex signals|recover(ed)? (my|your) (account|funds))\b"
            + "|раскрут(ка|им) (аккаунт|подписчик)|заработок (в интернете|без вложений)|промокод|розыгрыш призов|ставки на спорт"
            + "|加微信|加我微信|刷粉|代刷|兼职日结|兼職日結|点击链接领取|點擊連結領取|优惠码|優惠碼|加賴|日赚|日賺",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Advertises();
}
