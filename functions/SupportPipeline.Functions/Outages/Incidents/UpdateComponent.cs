using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Sets a component.</summary>
public sealed class UpdateComponent(ComponentDesk desk)
{
    /// <summary><c>PUT /api/components/{id}</c> with <c>{names, position?, description?, terms?, state?}</c>; what is left out stays. 409 for the state of one that an open incident touches. On-call only.</summary>
    [Function("UpdateComponent")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/components/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.SetAsync(request, id, cancellationToken);
}
