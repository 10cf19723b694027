using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Stops a notice for a while.</summary>
public sealed class PauseNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/pause</c>. On-call staff and approvers only.</summary>
    [Function("PauseNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/pause")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.PauseAsync(request, id, cancellationToken);
}
