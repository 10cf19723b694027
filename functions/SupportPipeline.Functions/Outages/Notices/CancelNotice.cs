using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Stops a notice for good; what the mail service has cannot be called back.</summary>
public sealed class CancelNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/cancel</c>. On-call staff and approvers only.</summary>
    [Function("CancelNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/cancel")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.CancelAsync(request, id, cancellationToken);
}
