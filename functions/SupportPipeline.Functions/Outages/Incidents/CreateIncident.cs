using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Declares an incident or a maintenance.</summary>
public sealed class CreateIncident(IncidentDesk desk)
{
    /// <summary><c>POST /api/incidents</c>, with an <c>Idempotency-Key</c>: docs/incidents.md lists the members. On-call only.</summary>
    [Function("CreateIncident")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.CreateAsync(request, cancellationToken);
}
