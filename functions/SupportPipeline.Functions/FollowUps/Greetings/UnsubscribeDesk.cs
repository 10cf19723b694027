using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>
/// Ends greetings. A mail program posts to the link without asking anybody and expects nothing back (RFC 8058: no sign-in, no redirect, whatever body);
/// a person who follows the link sees a page with a button, because link scanners follow links too.
/// </summary>
public sealed class UnsubscribeDesk(UnsubscribeLinks links, GreetingStore store, Organisation organisation, TimeProvider clock)
{
    /// <summary>Said by the page's own form, so that a person reads an answer.</summary>
    private const string FromPage = "page";

    /// <summary>Shows the page; changes nothing.</summary>
    internal IResult Show(HttpRequest request, string token)
    {
        var language = LanguageOf(request);
        var words = UnsubscribeWords.In(language);
        if (links.Read(token) is null)
        {
            return Page(request, StatusCodes.Status404NotFound, language, words.UnknownTitle, words.Unknown);
        }

        var form =
            $"<p>{PublicPage.Encode(words.Question)}</p><form method=\"post\" action=\"?{FromPage}=1&amp;language={language}\">"
            + $"<p><button type=\"submit\">{PublicPage.Encode(words.Button)}</button></p></form>";
        return PublicPage.Answer(request.HttpContext, StatusCodes.Status200OK, language, words.Title, form);
    }

    /// <summary>Ends greetings to the address of the token; again changes nothing. The body is not read.</summary>
    internal async Task<IResult> AcceptAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } addressHash)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "link-unknown", "This link is not one of ours.");
        }

        await store.UnsubscribeAsync(addressHash, clock.GetUtcNow(), cancellationToken);
        if (!request.Query.ContainsKey(FromPage))
        {
            return Results.Ok();
        }

        var language = LanguageOf(request);
        var words = UnsubscribeWords.In(language);
        return Page(request, StatusCodes.Status200OK, language, words.DoneTitle, words.Done);
    }

    private static IResult Page(HttpRequest request, int status, string language, string title, string text) =>
        PublicPage.Answer(request.HttpContext, status, language, title, $"<p>{PublicPage.Encode(text)}</p>");

    /// <summary>What the link's own form says, else what the browser prefers among ours.</summary>
    private string LanguageOf(HttpRequest request)
    {
        var asked = request.Query["language"].ToString();
        if (Organisation.KnownLanguages.Contains(asked, StringComparer.Ordinal))
        {
            return asked;
        }

        foreach (var part in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            var tag = part.Split(';')[0].Trim().ToLowerInvariant();
            var language = tag switch
            {
                _ when tag.StartsWith("zh-tw", StringComparison.Ordinal)
                        || tag.StartsWith("zh-hk", StringComparison.Ordinal)
                        || tag.StartsWith("zh-hant", StringComparison.Ordinal) => "zh-Hant",
                _ when tag.StartsWith("zh", StringComparison.Ordinal) => "zh-Hans",
                _ when tag.StartsWith("ru", StringComparison.Ordinal) => "ru",
                _ when tag.StartsWith("en", StringComparison.Ordinal) => "en",
                _ => null,
            };
            if (language is not null)
            {
                return language;
            }
        }

        return organisation.DefaultLanguage;
    }
}
