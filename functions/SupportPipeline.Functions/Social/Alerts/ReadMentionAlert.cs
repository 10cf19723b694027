using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Shows one alert with its evidence.</summary>
public sealed class ReadMentionAlert(AlertDesk desk)
{
    /// <summary><c>GET /api/social/alerts/{id}</c>. Marketing and on-call staff only.</summary>
    [Function("ReadMentionAlert")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/social/alerts/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ReadAsync(request, id, cancellationToken);
}
