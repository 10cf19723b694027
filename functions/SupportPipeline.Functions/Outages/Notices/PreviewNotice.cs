using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Shows what a notice would be: who would get it, who would not, and what they would read. Changes nothing.</summary>
public sealed class PreviewNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/preview</c>. On-call staff only.</summary>
    [Function("PreviewNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/preview")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.PreviewAsync(request, id, cancellationToken);
}
