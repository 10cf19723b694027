using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Shows a survey and takes its answer. Whoever has the link answers: there is no sign-in.</summary>
public sealed class SurveyDesk(SurveyLinks links, CaseWork work, SurveyStore store, SurveyInputs inputs)
{
    private const int MaxBody = 32_768;

    /// <summary>Shows the page; changes nothing.</summary>
    internal async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var (asked, language, problem) = await ReadAsync(request, token, cancellationToken);
        return problem ?? SurveyPage.Question(request.HttpContext, language, asked!.Score);
    }

    /// <summary>Takes the answer; the same again changes nothing.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var (asked, language, problem) = await ReadAsync(request, token, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (await ReadFormAsync(request, asked!.Score, cancellationToken) is not var (score, comment))
        {
            return SurveyPage.Question(request.HttpContext, language, asked.Score);
        }

        var now = inputs.Clock.GetUtcNow();
        var result = await work.ChangeAsync(
            asked.CaseId,
            history => SurveyRules.Answer(history, score, comment, now, inputs.Options.Value),
            cancellationToken
        );
        if (result is CaseWorkResult.Refused or CaseWorkResult.NotFound)
        {
            return SurveyPage.Gone(request.HttpContext, language, StatusCodes.Status410Gone);
        }

        await store.KeepAsync(asked.CaseId, score, comment, now, CancellationToken.None);
        return SurveyPage.Thanks(request.HttpContext, language, score);
    }

    private async Task<(SurveyToken? Asked, string Language, IResult? Problem)> ReadAsync(
        HttpRequest request,
        string token,
        CancellationToken cancellationToken
    )
    {
        var fallback = inputs.Organisation.DefaultLanguage;
        if (links.Read(token) is not { } asked || await work.ReadAsync(asked.CaseId, cancellationToken) is not { } history)
        {
            return (null, fallback, SurveyPage.Gone(request.HttpContext, fallback, StatusCodes.Status404NotFound));
        }

        var language = inputs.Organisation.AnswerLanguage(history.Case.Language);
        return asked.Until < inputs.Clock.GetUtcNow()
            ? (null, language, SurveyPage.Gone(request.HttpContext, language, StatusCodes.Status410Gone))
            : (asked, language, null);
    }

    /// <summary>The form; null when it cannot be read. Without a score in it the one of the link counts.</summary>
    private static async Task<(int Score, string Comment)?> ReadFormAsync(
        HttpRequest request,
        int chosen,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[MaxBody + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > MaxBody)
        {
            return null;
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(buffer, 0, read));
        var score = chosen;
        if (
            form.TryGetValue("score", out var text)
            && !int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out score)
        )
        {
            return null;
        }

        var comment = form.TryGetValue("comment", out var said) ? StoredText.Clean(said.ToString(), SurveyPage.MaxComment).Trim() : "";
        return score is >= 1 and <= SurveyRules.Best ? (score, comment) : null;
    }
}
