using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Playbook;

/// <summary>Finds names of features in a message that the organisation does not know.</summary>
internal static partial class ProductTerms
{
    private const int MaxLength = 4_000;

    /// <summary>The first name in quotation marks, or written LikeThis, that is neither a product nor a component nor an alias of one; null when there is none or nothing is listed.</summary>
    public static string? FirstUnknown(string text, Organisation organisation)
    {
        var known = organisation.ProductsAndComponents.SelectMany(thing => thing.Aliases.Append(thing.Name)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        foreach (Match match in Term().Matches(text.Length <= MaxLength ? text : text[..MaxLength]))
        {
            var term = match.Groups["term"].Value.Trim();
            if (
                !known.Exists(name =>
                    term.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(term, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return term;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"[“""「『«](?<term>\p{L}[\p{L}\p{N} \-]{1,30})[”""」』»]|\b(?<term>\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+\w{0,20})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Term();
}
