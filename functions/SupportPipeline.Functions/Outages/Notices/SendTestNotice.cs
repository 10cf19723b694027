using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Notices;

/// <summary>Sends what a notice would be to one of our own people.</summary>
public sealed class SendTestNotice(NoticeDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/test-notice</c>. On-call staff only.</summary>
    [Function("SendTestNotice")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/test-notice")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.TestAsync(request, id, cancellationToken);
}
