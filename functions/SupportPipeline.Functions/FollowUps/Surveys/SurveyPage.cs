using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>The pages of a survey.</summary>
internal static class SurveyPage
{
    /// <summary>The most characters of a comment.</summary>
    public const int MaxComment = 2_000;

    /// <summary>The question with the chosen score. Nothing is recorded by showing it: mail scanners follow links.</summary>
    public static IResult Question(HttpContext context, string language, int chosen)
    {
        var words = SurveyWords.In(language);
        var form = new StringBuilder("<form method=\"post\"><fieldset><legend>")
            .Append(PublicPage.Encode(words.Choose))
            .Append("</legend>");
        for (var score = SurveyRules.Best; score >= 1; score--)
        {
            form.Append(
                CultureInfo.InvariantCulture,
                $"<label><input type=\"radio\" name=\"score\" value=\"{score}\"{(score == chosen ? " checked" : "")} required> {score} – {PublicPage.Encode(words.NameOf(score))}</label>"
            );
        }

        form.Append(
            CultureInfo.InvariantCulture,
            $"</fieldset><p><label for=\"comment\">{PublicPage.Encode(words.Comment)}</label><textarea id=\"comment\" name=\"comment\" rows=\"5\" maxlength=\"{MaxComment}\"></textarea></p><p><button type=\"submit\">{PublicPage.Encode(words.Send)}</button></p></form>"
        );
        return PublicPage.Answer(context, StatusCodes.Status200OK, language, words.Title, form.ToString());
    }

    /// <summary>Thanks.</summary>
    public static IResult Thanks(HttpContext context, string language, int score)
    {
        var words = SurveyWords.In(language);
        var text = score <= SurveyRules.Detractor ? words.ThanksSorry : words.Thanks;
        return PublicPage.Answer(context, StatusCodes.Status200OK, language, words.ThanksTitle, $"<p>{PublicPage.Encode(text)}</p>");
    }

    /// <summary>The link is not valid, or not any more.</summary>
    public static IResult Gone(HttpContext context, string language, int status)
    {
        var words = SurveyWords.In(language);
        return PublicPage.Answer(context, status, language, words.GoneTitle, $"<p>{PublicPage.Encode(words.Gone)}</p>");
    }
}
