using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Corrects what was said of an incident by saying what is right.</summary>
public sealed class WriteIncidentCorrection(IncidentDesk desk)
{
    /// <summary><c>POST /api/incidents/{id}/corrections</c> with <c>{corrects, texts? or summaries?, notifies?}</c> and an <c>Idempotency-Key</c>. On-call only.</summary>
    [Function("WriteIncidentCorrection")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/incidents/{id}/corrections")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.CorrectAsync(request, id, cancellationToken);
}
