using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Keeps a notice and writes its audience down; nothing goes out before it is approved.</summary>
public sealed class CreateNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/notices</c>. On-call staff only.</summary>
    [Function("CreateNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/notices")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.CreateAsync(request, id, cancellationToken);
}
