using AngleSharp.Html.Parser.Tokens;

namespace SupportPipeline.Intake;

/// <summary>The elements that mailers put around, or in front of, the mail that is being answered.</summary>
internal static class ReplyContainers
{
    /// <summary>Outlook marks the beginning only; the answered mail follows to the end of the document.</summary>
    private static readonly string[] BeginningIds = ["divRplyFwdMsg", "appendonsend", "x_divRplyFwdMsg", "x_appendonsend", "zwchr"];

    private static readonly string[] Ids =
    [
        "OLK_SRC_BODY_SECTION",
        "isReplyContent",
        "mail-editor-reference-message-container",
        "ms-outlook-mobile-body-separator-line",
        "reply-intro",
        "replyIntro",
    ];

    private static readonly string[] SignatureIds =
    [
        "Signature",
        "ms-outlook-mobile-signature",
        "AppleMailSignature",
        "composer_signature",
        "mobile-signature",
        "ymail_android_signature",
        "spark-signature",
        "FMSigSeperator",
        "ntes-pcmac-signature",
    ];

    private static readonly string[] SignatureClasses =
    [
        "gmail_signature",
        "moz-signature",
        "protonmail_signature_block",
        "yahoo-signature",
        "ydp-signature",
        "tutanota_signature",
        "zmail_signature",
        "mail-signature",
        "ntes-mailmaster-signature",
    ];

    private static readonly string[] Classes =
    [
        "gmail_quote",
        "gmail_attr",
        "yahoo_quoted",
        "moz-cite-prefix",
        "protonmail_quote",
        "tutanota_quote",
        "zmail_extra",
        "OutlookMessageHeader",
        "ms-outlook-mobile-reference-message",
        "mail-quote-collapse",
        "ntes-mailmaster-quote",
        "gmail_quote_container",
        "gmail_extra",
        "freshdesk_quote",
        "hs_reply",
        "front-blockquote",
        "bloop_original_html",
    ];

    internal static bool BeginsQuoteToTheEnd(HtmlTagToken tag) =>
        tag.Attributes.Count > 0 && BeginningIds.Contains(tag.GetAttribute("id"), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the sender's mailer marks as the signature.</summary>
    internal static bool IsSignature(HtmlTagToken tag) =>
        tag.Attributes.Count > 0
        && tag.Name is ("div" or "span" or "table" or "pre" or "p" or "hr")
        && (
            SignatureIds.Contains(tag.GetAttribute("id") ?? "", StringComparer.OrdinalIgnoreCase)
            || (tag.GetAttribute("class") ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Any(word => SignatureClasses.Contains(word, StringComparer.OrdinalIgnoreCase))
        );

    /// <summary>By id, or by class: Yahoo puts a random prefix before its class, and a number behind its id.</summary>
    internal static bool IsContainer(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0 || tag.Name is not ("div" or "span"))
        {
            return false;
        }

        var id = tag.GetAttribute("id") ?? "";
        return Ids.Contains(id, StringComparer.OrdinalIgnoreCase)
            || id.StartsWith("yahoo_quoted", StringComparison.OrdinalIgnoreCase)
            || (tag.GetAttribute("class") ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Any(word =>
                    Classes.Contains(word, StringComparer.OrdinalIgnoreCase) || word.EndsWith("yahoo_quoted", StringComparison.Ordinal)
                );
    }
}
