using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the status page.</summary>
public sealed class ShowStatusPage(StatusDesk desk)
{
    /// <summary><c>GET /status?lang=</c>: the page in the reader's language. For everybody.</summary>
    [Function("ShowStatusPage")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ShowPageAsync(request, cancellationToken);
}
