using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// Answers those who follow a link of a notice or of a confirmation. To look changes nothing, because link scanners look too; to send does. A mail program
/// ends notices by a request nobody sees (RFC 8058): no sign-in, no redirect, whatever body, an empty answer.
/// </summary>
public sealed class SubscriptionDesk(
    SubscriptionLinks links,
    SubscriptionSaving saving,
    NoticeComponents components,
    Organisation organisation
)
{
    private const int MaxBody = 32_768;

    /// <summary>Shows the choice; changes nothing.</summary>
    internal async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var language = LanguageOf(request);
        if (links.Read(token) is not { } link)
        {
            return Unknown(request, language);
        }

        var all = await components.ReadAsync(language, cancellationToken);
        if (!link.IsConfirmation)
        {
            var current = await saving.CurrentAsync(link.AddressHash, [.. all.Select(one => one.Id)], cancellationToken);
            return SubscriptionPage.Choice(request.HttpContext, language, current, all, $"{token}/unsubscribe");
        }

        return !link.IsOver && await saving.OfferedAsync(link.AddressHash, cancellationToken) is { } offered
            ? SubscriptionPage.Choice(request.HttpContext, language, offered, all, null)
            : Gone(request, language);
    }

    /// <summary>Saves the choice, or confirms it; the same again changes nothing.</summary>
    internal async Task<IResult> SaveAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var language = LanguageOf(request);
        if (links.Read(token) is not { } link)
        {
            return Unknown(request, language);
        }

        var known = await components.IdsAsync(cancellationToken);
        var choice = await ReadAsync(request, known, cancellationToken);
        var words = SubscriptionWords.In(language);
        if (link.IsConfirmation)
        {
            // Nothing chosen is not what somebody wants who confirms: then it is what was asked for.
            var chosen = choice is { IsNothing: true } ? null : choice;
            return !link.IsOver && await saving.ConfirmAsync(link.AddressHash, chosen, known, cancellationToken)
                ? SubscriptionPage.Say(request.HttpContext, StatusCodes.Status200OK, language, words.ConfirmedTitle, words.Confirmed)
                : Gone(request, language);
        }

        if (choice is null)
        {
            return await ShowAsync(request, token, cancellationToken);
        }

        await saving.SaveAsync(link.AddressHash, choice, known, cancellationToken);
        return choice.IsNothing
            ? SubscriptionPage.Say(request.HttpContext, StatusCodes.Status200OK, language, words.StoppedTitle, words.Stopped)
            : SubscriptionPage.Say(request.HttpContext, StatusCodes.Status200OK, language, words.SavedTitle, words.Saved);
    }

    /// <summary>Shows the button that ends notices; changes nothing.</summary>
    internal IResult ShowStop(HttpRequest request, string token)
    {
        var language = LanguageOf(request);
        return links.Read(token) is { IsConfirmation: false }
            ? SubscriptionPage.Stop(request.HttpContext, language)
            : Unknown(request, language);
    }

    /// <summary>Ends notices to the address of the token; again changes nothing. The body is not read.</summary>
    internal async Task<IResult> StopAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { IsConfirmation: false } link)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "link-unknown", "This link is not one of ours.");
        }

        await saving.SaveAsync(link.AddressHash, NoticeChoice.Nothing, [], cancellationToken);
        if (!request.Query.ContainsKey(SubscriptionPage.FromPage))
        {
            return Results.Ok();
        }

        var language = LanguageOf(request);
        var words = SubscriptionWords.In(language);
        return SubscriptionPage.Say(request.HttpContext, StatusCodes.Status200OK, language, words.StoppedTitle, words.Stopped);
    }

    /// <summary>What a form says; null when it says nothing of it. What is not on the page cannot be chosen.</summary>
    private static async Task<NoticeChoice?> ReadAsync(
        HttpRequest request,
        IReadOnlyList<string> known,
        CancellationToken cancellationToken
    )
    {
        var form = QueryHelpers.ParseQuery(await SignUpForm.ReadTextAsync(request, MaxBody, cancellationToken));
        if (!form.TryGetValue("scope", out var scope) || scope.ToString() is not ("all" or "some"))
        {
            return null;
        }

        return scope.ToString() == "all"
            ? new(true, [])
            : new(
                false,
                form.TryGetValue("component", out var chosen) ? [.. known.Where(id => chosen.Contains(id, StringComparer.Ordinal))] : []
            );
    }

    private string LanguageOf(HttpRequest request) => PageLanguage.Of(request, request.Query["language"], organisation);

    private static IResult Unknown(HttpRequest request, string language)
    {
        var words = SubscriptionWords.In(language);
        return SubscriptionPage.Say(request.HttpContext, StatusCodes.Status404NotFound, language, words.UnknownTitle, words.Unknown);
    }

    private static IResult Gone(HttpRequest request, string language)
    {
        var words = SubscriptionWords.In(language);
        return SubscriptionPage.Say(request.HttpContext, StatusCodes.Status410Gone, language, words.GoneTitle, words.Gone);
    }
}
