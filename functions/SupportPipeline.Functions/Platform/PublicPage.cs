using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Platform;

/// <summary>
/// A small page for a customer: rendered here, without script, readable by everybody, and with headers that let it do nothing but be shown and send its
/// own form. Whatever is put into it is to be encoded by <see cref="Encode"/>.
/// </summary>
internal static class PublicPage
{
    private const string Style =
        "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}"
        + "fieldset{border:1px solid #767676;border-radius:.4rem;margin:0 0 1.5rem;padding:1rem}label{display:block;padding:.4rem 0}"
        + "textarea{width:100%;box-sizing:border-box;font:inherit}button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:.4rem;"
        + "background:#0b5394;color:#fff;cursor:pointer}:focus-visible{outline:3px solid #0b5394;outline-offset:2px}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Text as text.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The answer with a page.</summary>
    /// <param name="context">Gets the headers.</param>
    /// <param name="status">The status.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="title">The title, as text.</param>
    /// <param name="body">What stands below the title, as HTML.</param>
    public static IResult Answer(HttpContext context, int status, string language, string title, string body)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        var html =
            $"<!DOCTYPE html><html lang=\"{Encode(language)}\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{Encode(title)}</title><style>{Style}</style></head><body><main><h1>{Encode(title)}</h1>{body}</main></body></html>";
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}
