using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>The pages of a subscription.</summary>
internal static class SubscriptionPage
{
    /// <summary>Said by the page's own forms, so that a person reads an answer.</summary>
    public const string FromPage = "page";

    /// <summary>The choice of components.</summary>
    public static IResult Choice(
        HttpContext context,
        string language,
        NoticeChoice current,
        IReadOnlyList<(string Id, string Name)> components,
        string? stopLink
    )
    {
        var words = SubscriptionWords.In(language);
        var isConfirmation = stopLink is null;
        var html = new StringBuilder(
            $"<p>{PublicPage.Encode(words.Lead)}</p><form method=\"post\" action=\"?language={language}\"><fieldset><legend>{PublicPage.Encode(words.Legend)}</legend>"
        );
        Radio(html, "all", words.Everything, current.Everything || components.Count == 0);
        if (components.Count > 0)
        {
            Radio(html, "some", words.Only, !current.Everything);
        }

        foreach (var (id, name) in components)
        {
            var isChosen = current.Components.Contains(id, StringComparer.Ordinal);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<label><input type=\"checkbox\" name=\"component\" value=\"{PublicPage.Encode(id)}\"{(isChosen ? " checked" : "")}> {PublicPage.Encode(name)}</label>"
            );
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"</fieldset><p><button type=\"submit\">{PublicPage.Encode(isConfirmation ? words.Confirm : words.Save)}</button></p></form>"
        );
        if (stopLink is not null)
        {
            html.Append(StopForm(stopLink, language, words));
        }

        return PublicPage.Answer(
            context,
            StatusCodes.Status200OK,
            language,
            isConfirmation ? words.ConfirmTitle : words.ManageTitle,
            html.ToString()
        );
    }

    /// <summary>The button that ends all notices.</summary>
    public static IResult Stop(HttpContext context, string language)
    {
        var words = SubscriptionWords.In(language);
        var html = $"<p>{PublicPage.Encode(words.StopQuestion)}</p>{StopForm("", language, words)}";
        return PublicPage.Answer(context, StatusCodes.Status200OK, language, words.StopTitle, html);
    }

    /// <summary>A title and a sentence.</summary>
    public static IResult Say(HttpContext context, int status, string language, string title, string text) =>
        PublicPage.Answer(context, status, language, title, $"<p>{PublicPage.Encode(text)}</p>");

    private static string StopForm(string link, string language, SubscriptionWords words) =>
        $"<form method=\"post\" action=\"{PublicPage.Encode(link)}?{FromPage}=1&amp;language={language}\">"
        + $"<p><button type=\"submit\">{PublicPage.Encode(words.Stop)}</button></p></form>";

    private static void Radio(StringBuilder html, string value, string label, bool isChosen) =>
        html.Append(
            CultureInfo.InvariantCulture,
            $"<label><input type=\"radio\" name=\"scope\" value=\"{value}\"{(isChosen ? " checked" : "")}> {PublicPage.Encode(label)}</label>"
        );
}
