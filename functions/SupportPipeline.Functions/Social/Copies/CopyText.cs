using System.Text;
using System.Text.RegularExpressions;
using SupportPipeline.Triage.Languages;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Social.Copies;

/// <summary>
/// A post as copies of it are compared: what people change without changing anything is taken off, which is the mark of a repost, links, names, signs,
/// capital letters, width, and the choice between simplified and traditional characters.
/// </summary>
internal static partial class CopyText
{
    /// <summary>Normalises. Words are separated by one space; Chinese text has none.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = Handle().Replace(Link().Replace(Repost().Replace(WellFormed(text).Normalize(NormalizationForm.FormKC), ""), " "), " ");
        var normal = new StringBuilder(bare.Length);
        var gap = false;
        foreach (var character in bare)
        {
            if (Characters.IsHan(character))
            {
                normal.Append(HanCharacters.Simplify(character));
                gap = false;
            }
            else if (char.IsLetterOrDigit(character))
            {
                if (gap && normal.Length > 0 && !Characters.IsHan(normal[^1]))
                {
                    normal.Append(' ');
                }

                normal.Append(Characters.Fold(character));
                gap = false;
            }
            else if (!Characters.IsInvisible(character) && !Characters.IsApostrophe(character))
            {
                gap = true;
            }
        }

        return normal.ToString();
    }

    /// <summary>Half of a surrogate pair, as a platform's cut may leave it, is no text that can be normalised.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text
            : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    /// <summary>RT @name: at the beginning, as old clients write it.</summary>
    [GeneratedRegex(
        @"^\s*(RT|MT)\b[\s:]*(@\S+?:?\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Repost();

    [GeneratedRegex(
        @"https?://\S+|\bwww\.\S+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Link();

    /// <summary>@name and @name@server, also with letters that are not ASCII.</summary>
    [GeneratedRegex(@"(?<![\w@])[@＠][\w.\-]+(@[\w.\-]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Handle();
}
