using System.Text;

namespace SupportPipeline.Replies;

/// <summary>
/// The length of a public note as X counts it: most letters 1; Chinese, Japanese, Korean and emoji 2. A note may have 280. Its four light
/// ranges are those of version 3 of the counting rules that X publishes.
/// </summary>
internal static class PublicLength
{
    /// <summary>The most one note may have.</summary>
    public const int Limit = 280;

    /// <summary>The weighted length.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => IsLight(rune) ? 1 : 2);

    private static bool IsLight(Rune rune) =>
        rune.Value is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);
}
