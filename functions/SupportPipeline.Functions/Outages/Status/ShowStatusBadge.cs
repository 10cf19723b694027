using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the badge of a component.</summary>
public sealed class ShowStatusBadge(StatusDesk desk)
{
    /// <summary><c>GET /status/badge/{component}.svg?lang=</c>. For everybody.</summary>
    [Function("ShowStatusBadge")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/badge/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken
    ) => desk.ShowBadgeAsync(request, file, cancellationToken);
}
