using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>How far a notice is, to the recipient.</summary>
public sealed class ShowNoticeProgress(NoticeDesk desk)
{
    /// <summary><c>GET /api/incidents/{id}/progress</c>. On-call staff and approvers only.</summary>
    [Function("ShowNoticeProgress")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incidents/{id}/progress")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ProgressAsync(request, id, cancellationToken);
}
