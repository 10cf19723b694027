using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Shows an incident.</summary>
public sealed class ReadIncident(IncidentLists lists)
{
    /// <summary><c>GET /api/incidents/{id}</c>, with an <c>ETag</c>. On-call, approvers and agents.</summary>
    [Function("ReadIncident")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incidents/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => lists.ReadAsync(request, id, cancellationToken);
}
