using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Adds an update to an incident.</summary>
public sealed class WriteIncidentUpdate(IncidentDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/updates</c>, with an <c>Idempotency-Key</c>; with <c>If-Match</c> 409 says what is new. On-call only.</summary>
    [Function("WriteIncidentUpdate")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/updates")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.UpdateAsync(request, id, cancellationToken);
}
