using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Lists the templates of what is said of incidents.</summary>
public sealed class ListIncidentTemplates(IncidentTemplateDesk desk)
{
    /// <summary><c>GET /api/incident-templates?components=&amp;nextUpdateBy=&amp;scheduledFor=&amp;scheduledUntil=</c>: each with what it says so far. On-call, approvers and agents.</summary>
    [Function("ListIncidentTemplates")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/incident-templates")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
