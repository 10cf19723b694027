using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>The forms of lines that stand in a signature.</summary>
internal static partial class SignaturePhrases
{
    /// <summary>A line that can be a name: short, without figures, not a sentence.</summary>
    internal static bool IsName(string line) =>
        line.Length is > 0 and <= 40
        && !line.Any(char.IsDigit)
        && line[^1] is not ('.' or '!' or '。' or '！' or ':' or '：')
        && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 4 } words
        && words.All(word => char.IsUpper(word[0]) || (word[0] >= '\u3040' && line.Length <= 10) || word[0] is '-' or '—' or '(' or '/');

    /// <summary>A name with a stroke before it: "-Jo", "/Jo", "~ Jo Smith".</summary>
    internal static bool IsStrokedName(string line) => line.Length <= 40 && StrokedName().IsMatch(line);

    /// <summary>A line of strokes above a signature; what RFC 3676 has, two dashes and a space, is a delimiter whatever follows.</summary>
    internal static bool IsStrokes(string line) =>
        line.AsSpan().Trim() is { Length: >= 2 } strokes
        && strokes[0] is '-' or '–' or '—' or '_' or '=' or '*' or '~' or '━' or '─' or '＝' or '＿' or '#'
        && !strokes.ContainsAnyExcept(strokes[0]);

    internal static bool IsPostscript(string line) => Postscript().IsMatch(line);

    [GeneratedRegex(
        @"^(p\.? ?p?\.?s\.?[ :]|ps[:.]|з\.? ?ы\.?[ :]|附[:：]|又及)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Postscript();

    [GeneratedRegex(
        @"^([-–—~/] ?|// ?|-- ?)\p{L}[\p{L}'’.]*( [\p{Lu}][\p{L}'’.-]*){0,3}[.,]?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex StrokedName();
}
