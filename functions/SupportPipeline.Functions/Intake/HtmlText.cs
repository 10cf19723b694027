using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SupportPipeline.Intake;

/// <summary>
/// Turns the HTML of a mail into readable plain text in one pass over its tokens. No document tree is built: mail may nest a hundred
/// thousand elements, or repeat unclosed ones so that a tree grows far beyond its source.
/// </summary>
internal static class HtmlText
{
    /// <summary>Most characters of HTML that are looked at; the rest is cut off.</summary>
    internal const int MaxInputLength = 2_000_000;

    /// <summary>
    /// Paragraphs, line breaks, lists, table cells, links and alternative texts as text. What is a quotation, by its element or by the
    /// container that the sender's mailer put it in, becomes lines that begin with <c>&gt; </c>.
    /// </summary>
    internal static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var writer = new HtmlTextWriter();
        using var source = new TextSource(html.Length <= MaxInputLength ? html : html[..MaxInputLength]);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    writer.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    writer.Start(token.AsTag());
                    tokenizer.State = ModeInside(token);
                    break;
                case HtmlTokenType.EndTag:
                    writer.End(token.Name);
                    break;
            }
        }

        return writer.Finish();
    }

    private static HtmlParseMode ModeInside(HtmlToken start) =>
        start.Name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
}
