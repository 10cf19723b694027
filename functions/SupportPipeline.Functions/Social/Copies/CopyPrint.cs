using SupportPipeline.Platform;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Social.Copies;

/// <summary>
/// By what copies of a post know each other: the set of its character shingles, four letters or two Chinese characters each. Two posts are copies when
/// their sets have half of their union in common, or when one holds nine tenths of the other, as it is when a few words were added to a short one. Very
/// short posts are copies only when they are the same, because half of what people write is "thank you".
/// </summary>
internal sealed class CopyPrint
{
    /// <summary>From this share on a post is a copy.</summary>
    public const double Same = 0.5;

    /// <summary>From this share of the smaller set on one holds the other...</summary>
    private const double Held = 0.9;

    /// <summary>...unless it is so much longer that it says more.</summary>
    private const double LeastAlike = 0.4;

    private const int LettersTogether = 4;
    private const int HanTogether = 2;
    private const int LeastLetters = 30;
    private const int LeastHan = 12;

    private readonly ulong[] _shingles;

    private CopyPrint(string text, ulong[] shingles, bool isShort) =>
        (Text, Whole, _shingles, IsShort) = (text, StableHash.Of(text), shingles, isShort);

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>The hash of the normalised text.</summary>
    public string Whole { get; }

    /// <summary>Whether nothing is left to compare: a picture, a link.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether only the same text counts as a copy.</summary>
    public bool IsShort { get; }

    /// <summary>Its shingles, each once, in ascending order.</summary>
    public ReadOnlySpan<ulong> Shingles => _shingles;

    /// <summary>Of a post.</summary>
    public static CopyPrint Of(string text) => OfNormal(CopyText.Normalise(text));

    /// <summary>Of a text that is normalised already.</summary>
    public static CopyPrint OfNormal(string normal)
    {
        ArgumentNullException.ThrowIfNull(normal);
        var han = normal.Count(Characters.IsHan);
        var isHan = han * 2 > normal.Length;
        var isShort = isHan ? han < LeastHan : normal.Length < LeastLetters;
        var together = isHan ? HanTogether : LettersTogether;
        var shingles = new HashSet<ulong>();
        for (var place = 0; place + together <= normal.Length; place++)
        {
            shingles.Add(Pack(normal.AsSpan(place, together)));
        }

        var sorted = shingles.ToArray();
        Array.Sort(sorted);
        return new(normal, sorted, isShort);
    }

    /// <summary>What two posts have in common, 0 to 1 (Jaccard).</summary>
    public double SimilarityTo(CopyPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Whole == other.Whole ? 1 : Share(Common(other), Union(other));
    }

    /// <summary>Whether one is a copy of the other.</summary>
    public bool IsCopyOf(CopyPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Whole == other.Whole)
        {
            return true;
        }

        // A short end of a long post is a copy of it; two short posts are not copies of each other.
        if (IsShort && other.IsShort)
        {
            return false;
        }

        var common = Common(other);
        var alike = Share(common, _shingles.Length + other._shingles.Length - common);
        return alike >= Same || (alike >= LeastAlike && Share(common, Math.Min(_shingles.Length, other._shingles.Length)) >= Held);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private int Union(CopyPrint other) => _shingles.Length + other._shingles.Length - Common(other);

    private int Common(CopyPrint other)
    {
        var (mine, its, common) = (0, 0, 0);
        while (mine < _shingles.Length && its < other._shingles.Length)
        {
            var order = _shingles[mine].CompareTo(other._shingles[its]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }

        return common;
    }

    /// <summary>Four letters of 16 bits are a number of 64 bits.</summary>
    private static ulong Pack(ReadOnlySpan<char> shingle)
    {
        var packed = 0ul;
        foreach (var character in shingle)
        {
            packed = (packed << 16) | character;
        }

        return packed;
    }
}
