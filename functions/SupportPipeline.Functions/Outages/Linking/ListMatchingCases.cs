using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Linking;

/// <summary>Finds open cases that are about an incident and belong to none yet.</summary>
public sealed class ListMatchingCases(LinkedCasesDesk desk)
{
    /// <summary><c>GET /api/incidents/{id}/matching-cases</c>. On-call staff only.</summary>
    [Function("ListMatchingCases")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incidents/{id}/matching-cases")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.FindAsync(request, id, cancellationToken);
}
