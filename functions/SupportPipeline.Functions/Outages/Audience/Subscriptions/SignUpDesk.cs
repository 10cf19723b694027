using Microsoft.AspNetCore.Http;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// Answers those who want notices. New, waiting, subscribed and suppressed addresses get the same answer to the byte, after the same work: what is different
/// happens behind the queue.
/// </summary>
public sealed class SignUpDesk(
    SenderThrottle throttle,
    SignUps signUps,
    NoticeComponents components,
    PublicLinks links,
    Organisation organisation
)
{
    /// <summary>Takes a request for notices.</summary>
    internal async Task<IResult> TakeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!throttle.Lets(request))
        {
            request.HttpContext.Response.Headers.RetryAfter = "600";
            return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Please try again in ten minutes.");
        }

        if (!links.IsAvailable)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "subscriptions-unavailable", "Nobody can subscribe here yet.");
        }

        if (await SignUpForm.ReadAsync(request, cancellationToken) is not { } form)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "body-invalid",
                "The body is a form or a JSON object with email, components and language."
            );
        }

        var language = PageLanguage.Of(request, form.Language, organisation);
        if (!EmailAddress.TryParse(form.Email, out var address))
        {
            return Refuse(request, form, language, "email-invalid", "email is not an address.");
        }

        var known = await components.IdsAsync(cancellationToken);
        var asked = (form.Components ?? []).Select(ImportRules.Entry).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count > ImportRules.MaxEntries || asked.Except(known, StringComparer.Ordinal).Any())
        {
            return Refuse(request, form, language, "component-unknown", "components names something that is not on the status page.");
        }

        await signUps.TakeAsync(address, language, asked, cancellationToken);
        var words = SubscriptionWords.In(language);
        return form.IsPage
            ? Page(request, StatusCodes.Status202Accepted, language, words.SignedUpTitle, words.SignedUp)
            : Results.Json(new SignUpAnswer(words.SignedUp), statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Refuse(HttpRequest request, SignUpForm form, string language, string reason, string detail)
    {
        var words = SubscriptionWords.In(language);
        return form.IsPage
            ? Page(request, StatusCodes.Status400BadRequest, language, words.InvalidTitle, words.Invalid)
            : Problems.Of(StatusCodes.Status400BadRequest, reason, detail);
    }

    private static IResult Page(HttpRequest request, int status, string language, string title, string text) =>
        PublicPage.Answer(request.HttpContext, status, language, title, $"<p>{PublicPage.Encode(text)}</p>");
}

/// <summary>What somebody who asked for notices is told.</summary>
/// <param name="Message">In their language.</param>
internal sealed record SignUpAnswer(string Message);
