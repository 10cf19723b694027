using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Lists the components.</summary>
public sealed class ListComponents(ComponentDesk desk)
{
    /// <summary><c>GET /api/components</c>: as customers meet them, and which incidents touch each. On-call, approvers and agents.</summary>
    [Function("ListComponents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/components")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
