using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Says that somebody looks after it.</summary>
public sealed class AcknowledgeMentionAlert(AlertDesk desk)
{
    /// <summary><c>POST /api/social/alerts/{id}/acknowledge</c>. Marketing and on-call staff only.</summary>
    [Function("AcknowledgeMentionAlert")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/social/alerts/{id}/acknowledge")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.AcknowledgeAsync(request, id, cancellationToken);
}
