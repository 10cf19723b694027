using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Lists incidents and maintenances.</summary>
public sealed class ListIncidents(IncidentLists lists)
{
    /// <summary><c>GET /api/incidents?state=open|all&amp;limit=&amp;cursor=</c>: newest first; open ones unless said. On-call, approvers and agents.</summary>
    [Function("ListIncidents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incidents")] HttpRequest request,
        CancellationToken cancellationToken
    ) => lists.ListAsync(request, cancellationToken);
}
