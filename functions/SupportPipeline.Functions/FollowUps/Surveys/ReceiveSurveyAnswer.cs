using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Takes a customer's answer to a survey.</summary>
public sealed class ReceiveSurveyAnswer(SurveyDesk desk)
{
    /// <summary><c>POST /api/survey/{token}</c> with the form's <c>score</c> and <c>comment</c>; may be changed for some days. Everybody who has the link.</summary>
    [Function("ReceiveSurveyAnswer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/survey/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.AnswerAsync(request, token, cancellationToken);
}
