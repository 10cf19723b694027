using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// The HTML of a status as text: paragraphs and line breaks stay, mentions and hashtags read as written, and a link that shows other words than its address
/// has the address behind them. Mastodon shortens what it shows of a link with hidden spans; together they are the address.
/// </summary>
internal static class MastodonText
{
    private const int MaxInput = 200_000;

    /// <summary>The text.</summary>
    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder();
        var link = (Start: 0, Address: "");
        using var source = new TextSource(html.Length <= MaxInput ? html : html[..MaxInput]);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag when token.Name == "br":
                    text.Append('\n');
                    break;
                case HtmlTokenType.StartTag when token.Name is "p" or "blockquote" or "ul" or "ol" or "pre":
                    text.Append(text.Length > 0 ? "\n\n" : "");
                    break;
                case HtmlTokenType.StartTag when token.Name == "li":
                    text.Append("\n- ");
                    break;
                case HtmlTokenType.StartTag when token.Name == "a":
                    link = (text.Length, AddressOf(token.AsTag()));
                    break;
                case HtmlTokenType.EndTag when token.Name == "a":
                    EndLink(text, link.Start, link.Address);
                    link = default;
                    break;
                default:
                    break;
            }
        }

        return Tidy(text.ToString());
    }

    /// <summary>The address that a link leads to; empty for a mention or a hashtag.</summary>
    private static string AddressOf(HtmlTagToken tag)
    {
        var kinds = tag.GetAttribute("class").Split(' ');
        var address = tag.GetAttribute("href");
        return !kinds.Contains("mention") && !kinds.Contains("hashtag") && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? address
            : "";
    }

    private static void EndLink(StringBuilder text, int start, string? address)
    {
        if (
            !string.IsNullOrEmpty(address)
            && text.ToString(start, text.Length - start) is var shown
            && shown != address
            && !IsSame(shown, address)
        )
        {
            text.Append(shown.Length > 0 ? " " : "").Append(address);
        }
    }

    private static bool IsSame(string shown, string address) =>
        string.Equals(shown.TrimEnd('/'), address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Split('\n').Select(line => line.Trim());
        var tidy = string.Join('\n', lines);
        while (tidy.Contains("\n\n\n", StringComparison.Ordinal))
        {
            tidy = tidy.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        }

        return tidy.Trim();
    }
}
