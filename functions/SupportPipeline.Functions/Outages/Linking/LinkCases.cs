using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Linking;

/// <summary>Makes the matching cases an incident's own; their customers hear when it is over.</summary>
public sealed class LinkCases(LinkedCasesDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/linked-cases</c>. On-call staff only.</summary>
    [Function("LinkCases")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/linked-cases")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.LinkAsync(request, id, cancellationToken);
}
