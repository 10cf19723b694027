using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Status;

/// <summary>Shows the page of an incident.</summary>
public sealed class ShowStatusIncident(StatusDesk desk)
{
    /// <summary><c>GET /status/incidents/{id}?lang=</c>. For everybody.</summary>
    [Function("ShowStatusIncident")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/incidents/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken
    ) => desk.ShowIncidentAsync(request, file, cancellationToken);
}
