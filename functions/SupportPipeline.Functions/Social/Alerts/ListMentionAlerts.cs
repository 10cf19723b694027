using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Lists alerts, newest first.</summary>
public sealed class ListMentionAlerts(AlertDesk desk)
{
    /// <summary><c>GET /api/social/alerts</c>. Marketing and on-call staff only.</summary>
    [Function("ListMentionAlerts")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/social/alerts")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
