using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Social.Replies;

/// <summary>How long a post is, counted as the platform counts it.</summary>
internal static partial class PostLength
{
    /// <summary>What X and Mastodon count for a link, however long it is.</summary>
    private const int LinkLength = 23;

    /// <summary>
    /// X: weighted characters of the text in NFC (configuration 3 of twitter-text). Latin, Cyrillic, Greek, Hebrew, Arabic and most punctuation count 1,
    /// everything else 2, an emoji 2 however many code points it has, a link 23.
    /// </summary>
    public static int Weighted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = text.Normalize(NormalizationForm.FormC);
        var links = Link().Count(normal);
        var length = links * LinkLength;
        foreach (var element in Elements(Link().Replace(normal, "")))
        {
            length += IsEmoji(element) ? 2 : element.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 1 : 2);
        }

        return length;
    }

    /// <summary>Bluesky: grapheme clusters.</summary>
    public static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Bluesky's second limit: bytes in UTF-8.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Mastodon: grapheme clusters; a link counts 23 and of a name on another server only the part before the server.</summary>
    public static int Mastodon(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Graphemes(RemoteName().Replace(Link().Replace(text, new string('x', LinkLength)), "@${name}"));
    }

    /// <summary>Telegram, LINE, Facebook and Instagram: UTF-16 code units.</summary>
    public static int CodeUnits(string text) => text.Length;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static bool IsEmoji(string element) =>
        element.EnumerateRunes().Any(rune => Characters.IsPictograph(rune.Value)) || element.Contains('\uFE0F', StringComparison.Ordinal);

    private static bool IsLight(int codePoint) =>
        codePoint is >= 0 and <= 4351 or >= 8192 and <= 8205 or >= 8208 and <= 8223 or >= 8242 and <= 8247;

    [GeneratedRegex(
        @"(?<![A-Za-z0-9])https?://[^\s\u3000-\u303F\uFF00-\uFFEF]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])@(?<name>\w+)@[\w.\-]+\w", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RemoteName();
}
