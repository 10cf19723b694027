using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>
/// What every page of the status page has: head, switch of languages, feeds. No script; a page may do nothing but be shown, which stands in the page itself
/// because a static host sends no headers for us. Whatever is put into a page is to be encoded. Pure.
/// </summary>
internal static class StatusLayout
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}"
        + "a{color:#0b5394}:focus-visible{outline:3px solid #0b5394;outline-offset:2px}"
        + ".skip{position:absolute;left:-99rem}.skip:focus{position:static}"
        + "nav ul,.plain{list-style:none;padding:0;margin:0}nav li{display:inline-block;margin-right:1rem}"
        + "h1{font-size:1.7rem;margin:1rem 0}h2{font-size:1.3rem;margin:2rem 0 .5rem}h3{font-size:1.1rem;margin:0}"
        + ".state{padding:1rem;border-radius:.4rem;color:#fff;font-size:1.3rem;margin:0}"
        + ".none,.operational{background:#1a7f37}.minor,.degraded_performance{background:#8a5d00}.major,.partial_outage{background:#b34700}"
        + ".critical,.major_outage{background:#b91c1c}.maintenance,.under_maintenance{background:#0b5394}"
        + ".chip{display:inline-block;padding:.1rem .6rem;border-radius:1rem;color:#fff;font-size:.9rem}"
        + "article,.component{border:1px solid #767676;border-radius:.4rem;padding:1rem;margin:0 0 1rem}"
        + ".row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem}.note,small{color:#424242;font-size:.9rem}"
        + "svg{display:block;width:100%;height:36px;margin:.5rem 0 0}rect{fill:#8c959f}rect.operational{fill:#1a7f37}"
        + "rect.under_maintenance{fill:#0b5394}rect.degraded_performance{fill:#8a5d00}rect.partial_outage{fill:#b34700}"
        + "rect.major_outage{fill:#b91c1c}.updates>li{border-top:1px solid #c4c4c4;padding:.5rem 0}p{margin:.3rem 0;overflow-wrap:anywhere}"
        + "@media(forced-colors:active){.state,.chip{border:1px solid}}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'";

    /// <summary>The header for answers of the app: a page cannot say itself that nobody may frame it.</summary>
    public static string ContentSecurityPolicy { get; } = Policy + "; frame-ancestors 'none'";

    /// <summary>A page around its body.</summary>
    public static string Page(StatusLayoutParts parts, string body)
    {
        var (site, words, top) = (parts.Site, parts.Words, StatusPaths.ToTop(parts.File));
        var title = StatusText.Encode(parts.Title);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{words.Language}\"><head><meta charset=\"utf-8\">")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">")
            .Append(
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">"
            )
            .Append(CultureInfo.InvariantCulture, $"<title>{title}</title><style>{Style}</style>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{top}{StatusPaths.Atom}\">"
            )
            .Append(CultureInfo.InvariantCulture, $"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{top}{StatusPaths.Rss}\">");
        foreach (var language in Organisation.KnownLanguages)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<link rel=\"alternate\" hreflang=\"{language}\" href=\"{top}{parts.InLanguage(language)}\">"
            );
        }

        html.Append(CultureInfo.InvariantCulture, $"</head>\n<body><a class=\"skip\" href=\"#main\">{StatusText.Encode(words.Skip)}</a>");
        html.Append("<header>").Append(Switch(parts, top)).Append("</header>\n");
        html.Append(CultureInfo.InvariantCulture, $"<main id=\"main\"><h1>{title}</h1>\n{body}</main>\n");
        return html.Append(Footer(site, words, top)).Append("</body></html>\n").ToString();
    }

    private static string Switch(StatusLayoutParts parts, string top)
    {
        var items = Organisation.KnownLanguages.Select(language =>
        {
            var current = language == parts.Words.Language ? " aria-current=\"true\"" : "";
            var name = StatusText.Encode(StatusWords.In(language).OwnName);
            return $"<li><a href=\"{top}{parts.InLanguage(language)}\" lang=\"{language}\" hreflang=\"{language}\"{current}>{name}</a></li>";
        });
        return $"<nav aria-label=\"{StatusText.Encode(parts.Words.Languages)}\"><ul>{string.Concat(items)}</ul></nav>";
    }

    private static string Footer(StatusSite site, StatusWords words, string top) =>
        $"<footer><nav aria-label=\"{StatusText.Encode(words.Feeds)}\"><h2>{StatusText.Encode(words.Feeds)}</h2><ul>"
        + $"<li><a href=\"{top}{StatusPaths.Atom}\">Atom</a></li><li><a href=\"{top}{StatusPaths.Rss}\">RSS</a></li>"
        + $"<li><a href=\"{top}{StatusPaths.Summary}\">JSON</a></li></ul></nav><p class=\"note\">{StatusText.Encode(site.Name)}</p></footer>";
}

/// <summary>What is different between pages besides their body.</summary>
/// <param name="Site">Whose it is.</param>
/// <param name="Words">The words of its language.</param>
/// <param name="File">Where it lies.</param>
/// <param name="Title">Its title, as text.</param>
/// <param name="InLanguage">The same page in a language.</param>
internal sealed record StatusLayoutParts(StatusSite Site, StatusWords Words, string File, string Title, Func<string, string> InLanguage);
