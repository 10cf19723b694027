using System.Collections.Frozen;
using AngleSharp.Html.Parser.Tokens;

namespace SupportPipeline.Intake;

/// <summary>What the elements of HTML mean for plain text.</summary>
internal static class HtmlTags
{
    internal static readonly string[] LinkSchemes = ["https://", "http://", "mailto:", "tel:", "ftp://"];

    private static readonly FrozenSet<string> Paragraphs = Set(
        "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr article section aside address figure fieldset"
    );

    private static readonly FrozenSet<string> Lines = Set(
        "div li tr dt dd header footer main nav center form legend caption thead tbody tfoot figcaption option body html head title"
    );

    private static readonly FrozenSet<string> Voids = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Those whose end matters. The others may be left open by a sender as HTML allows, so they cannot be paired.</summary>
    private static readonly FrozenSet<string> Remembered = Set("blockquote div a ul ol pre span script style title template");

    private static readonly FrozenSet<string> Invisible = Set("script style title template");

    internal static bool IsParagraph(string name) => Paragraphs.Contains(name);

    internal static bool IsLine(string name) => Lines.Contains(name);

    internal static bool IsList(string name) => name is "ul" or "ol";

    internal static bool IsVoid(string name) => Voids.Contains(name);

    internal static bool IsRemembered(string name) => Remembered.Contains(name);

    internal static bool IsHidden(HtmlTagToken tag) =>
        Invisible.Contains(tag.Name)
        || (
            tag.GetAttribute("style") is { Length: > 0 } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether a link's text already shows its address.</summary>
    internal static bool IsSameAddress(string link, string text) => Bare(link).Equals(Bare(text), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string link)
    {
        var scheme = LinkSchemes.FirstOrDefault(scheme => link.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return link[(scheme?.Length ?? 0)..].Replace("www.", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/', '.', ' ');
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
