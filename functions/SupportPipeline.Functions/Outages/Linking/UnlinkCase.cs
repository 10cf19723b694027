using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Linking;

/// <summary>Takes a case out of an incident.</summary>
public sealed class UnlinkCase(LinkedCasesDesk desk)
{
    /// <summary><c>DELETE /api/incidents/{id}/linked-cases/{caseId}</c>. On-call staff only.</summary>
    [Function("UnlinkCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/incidents/{id}/linked-cases/{caseId}")] HttpRequest request,
        string id,
        string caseId,
        CancellationToken cancellationToken
    ) => desk.UnlinkAsync(request, id, caseId, cancellationToken);
}
