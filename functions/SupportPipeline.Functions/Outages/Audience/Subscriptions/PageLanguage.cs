using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>The language of a page: what the request says, else what the browser prefers among ours.</summary>
internal static class PageLanguage
{
    /// <summary>The language of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="asked">What was chosen, if anything was.</param>
    /// <param name="organisation">Says what holds when nothing else does.</param>
    public static string Of(HttpRequest request, string? asked, Organisation organisation)
    {
        if (asked is not null && Known(asked) is { } chosen)
        {
            return chosen;
        }

        return request
                .Headers.AcceptLanguage.ToString()
                .Split(',')
                .Select(part => Known(part.Split(';')[0].Trim()))
                .FirstOrDefault(language => language is not null)
            ?? organisation.DefaultLanguage;
    }

    private static string? Known(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-', '_');
        return parts[0] switch
        {
            "en" => "en",
            "ru" => "ru",
            "zh" when parts.Skip(1).Any(part => part is "hant" or "tw" or "hk" or "mo") => "zh-Hant",
            "zh" => "zh-Hans",
            _ => null,
        };
    }
}
