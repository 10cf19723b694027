using System.Text.RegularExpressions;

namespace SupportPipeline.Social.Receiving;

/// <summary>A post as words to be understood: a platform's signs are not words, but what they stand for may be.</summary>
internal static partial class PostText
{
    /// <summary>
    /// The text without the names it is addressed to and without links; a hashtag is the words in it (<c>#WorstServiceEver</c>). The text itself when nothing
    /// else is left.
    /// </summary>
    public static string ForTriage(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var text = Repost().Replace(post.Text, "");
        text = Link().Replace(text, " ");
        text = Leading().Replace(text, "");
        text = Tag().Replace(text, match => " " + Hump().Replace(match.Groups["words"].Value.Replace('_', ' '), " ") + " ");
        text = Spaces().Replace(text, " ").Trim();
        return text.Length == 0 ? post.Text : text;
    }

    [GeneratedRegex(@"^\s*RT\s+@\S+?:\s+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Repost();

    [GeneratedRegex(@"https?://[^\s\u3000-\u303F\uFF00-\uFFEF]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    /// <summary>The names at the beginning of an answer.</summary>
    [GeneratedRegex(@"^(\s*[@＠][\w.\-]+(@[\w.\-]+)?)+[\s:,]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<![\w&/])[#＃](?<words>\w+)[#＃]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Hump();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Spaces();
}
