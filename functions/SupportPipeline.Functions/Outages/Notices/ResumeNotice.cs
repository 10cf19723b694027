using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Lets a notice go on that was stopped.</summary>
public sealed class ResumeNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/resume</c>. On-call staff and approvers only.</summary>
    [Function("ResumeNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/resume")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ResumeAsync(request, id, cancellationToken);
}
