using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SupportPipeline.Outages.Status;

/// <summary>The headers of published files over HTTP.</summary>
internal static class StatusHeaders
{
    /// <summary>Whether the reader has a copy already and asks whether it is still good.</summary>
    public static bool HasCondition(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.IfNoneMatch) || request.Headers.ContainsKey(HeaderNames.IfModifiedSince);

    /// <summary>Whether the reader's copy is still good, RFC 9110 section 13.2.2: a tag is asked before a time.</summary>
    public static bool IsNotModified(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset? lastModified)
    {
        var headers = request.GetTypedHeaders();
        if (request.Headers.ContainsKey(HeaderNames.IfNoneMatch))
        {
            return headers.IfNoneMatch.Any(known =>
                known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)
            );
        }

        return lastModified is { } changed && headers.IfModifiedSince >= changed.AddTicks(-(changed.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Writes the headers.</summary>
    public static void Write(HttpRequest request, string name, EntityTagHeaderValue tag, DateTimeOffset? lastModified, string? language)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = StatusFile.CacheControl;
        headers.XContentTypeOptions = "nosniff";
        if (lastModified is { } changed)
        {
            request.HttpContext.Response.GetTypedHeaders().LastModified = changed;
        }

        if (!string.IsNullOrEmpty(language))
        {
            headers.ContentLanguage = language;
            headers.Vary = HeaderNames.AcceptLanguage;
        }

        if (name.EndsWith(".html", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = StatusLayout.ContentSecurityPolicy;
            headers["Referrer-Policy"] = "no-referrer";
        }
        else
        {
            // Other people's pages read these.
            headers.AccessControlAllowOrigin = "*";
        }
    }
}
