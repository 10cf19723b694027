using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Lets a notice go out, when what was looked at is what would be sent.</summary>
public sealed class ApproveNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/approve</c>. On-call staff and approvers only.</summary>
    [Function("ApproveNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/approve")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ApproveAsync(request, id, cancellationToken);
}
