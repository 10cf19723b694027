using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Shows a survey to a customer.</summary>
public sealed class ShowSurvey(SurveyDesk desk)
{
    /// <summary><c>GET /api/survey/{token}</c>: the page with the chosen score; records nothing. Everybody who has the link.</summary>
    [Function("ShowSurvey")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/survey/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.ShowAsync(request, token, cancellationToken);
}
