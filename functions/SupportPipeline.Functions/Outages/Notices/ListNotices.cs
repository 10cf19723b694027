using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>The notices of an incident, oldest first.</summary>
public sealed class ListNotices(NoticeDesk desk)
{
    /// <summary><c>GET /api/incidents/{id}/notices</c>. On-call staff and approvers only.</summary>
    [Function("ListNotices")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incidents/{id}/notices")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, id, cancellationToken);
}
