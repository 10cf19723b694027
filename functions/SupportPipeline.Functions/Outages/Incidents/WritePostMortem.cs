using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Writes down what was learnt from an incident.</summary>
public sealed class WritePostMortem(IncidentDesk desk)
{
    /// <summary><c>PUT /api/incidents/{id}/post-mortem</c> with <c>{texts, publish?}</c>: a draft for staff until it is published. On-call only.</summary>
    [Function("WritePostMortem")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/incidents/{id}/post-mortem")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.WritePostMortemAsync(request, id, cancellationToken);
}
