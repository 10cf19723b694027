using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// The customer's matter in the customer's own words, short enough to be repeated in a sentence. Links and addresses are left out, because
/// the sender may be forged and a desk must not carry a stranger's advertisement to him.
/// </summary>
internal static partial class Matter
{
    private const int MaxLength = 120;
    private const int MaxNameLength = 60;

    /// <summary>The subject without prefixes and tags; when there is none, the beginning of what was written; empty when there is nothing to repeat.</summary>
    public static string Of(string subject, string ownWords)
    {
        var fromSubject = Clean(SubjectWithoutPrefixes(subject));
        return fromSubject.Length > 0 ? fromSubject : Clean(ownWords);
    }

    /// <summary>A subject without <c>Re:</c>, <c>Fwd:</c> and the like in the languages we meet, and without our own tag.</summary>
    public static string SubjectWithoutPrefixes(string subject)
    {
        var text = Tag().Replace(subject, "").Trim();
        while (Prefix().Match(text) is { Success: true } prefix)
        {
            text = text[prefix.Length..].Trim();
        }

        return text;
    }

    /// <summary>A name one can greet by; null when the display name is an address, a number or an advertisement.</summary>
    public static string? GreetableName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength } && name.Any(char.IsLetter) && !name.Any(char.IsDigit) && !NotInNames().IsMatch(name)
            ? name.Trim()
            : null;

    private static string Clean(string text)
    {
        var line = StoredText.CleanLine(Link().Replace(text, ""), int.MaxValue).Trim('"', '“', '”', '«', '»', '「', '」', ' ');
        if (line.Length <= MaxLength)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', MaxLength);
        return StoredText.CleanLine(line, cut > MaxLength / 2 ? cut : MaxLength).TrimEnd(' ', ',', ';', '，', '、') + "…";
    }

    [GeneratedRegex(
        @"^(?:(?:re|aw|sv|vs|fwd?|wg|tr|rv|enc|отв|ответ|пересл|回复|回覆|答复|答覆|转发|轉寄|轉發)(?:\[\d+\])?\s*[:：])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\[#[\d\-\u2011\u2013 ]{8,16}\]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|ru|cn|tw|io|xyz|top|shop)\b\S*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        @"[@/\\<>{}\[\]|=$€%!?:;]|www\.|\.(?:com|net|org|ru|cn)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex NotInNames();
}
