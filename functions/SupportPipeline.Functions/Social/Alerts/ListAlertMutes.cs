using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Lists what is muted.</summary>
public sealed class ListAlertMutes(AlertDesk desk)
{
    /// <summary><c>GET /api/social/mutes</c>. Marketing and on-call staff only.</summary>
    [Function("ListAlertMutes")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/social/mutes")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListMutesAsync(request, cancellationToken);
}
