using System.Net;
using System.Text;

namespace SupportPipeline.Replies;

/// <summary>Makes the HTML part from the text part: everything is encoded, so nothing a customer wrote can become markup.</summary>
internal static class HtmlBody
{
    /// <summary>Paragraphs and line breaks, in the reader's language.</summary>
    public static string FromText(string text, string language)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"")
            .Append(WebUtility.HtmlEncode(language))
            .Append("\"><head><meta charset=\"utf-8\"></head><body>");
        foreach (var paragraph in text.Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>")
                .Append(WebUtility.HtmlEncode(paragraph.Trim()).Replace("\n", "<br>", StringComparison.Ordinal))
                .Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}
