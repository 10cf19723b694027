using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Sets all components.</summary>
public sealed class UpdateComponents(ComponentDesk desk)
{
    /// <summary><c>PUT /api/components</c> with <c>{components:[{id, names, position?, description?, terms?, state?}]}</c>; those left out are taken away, unless an open incident touches one. On-call only.</summary>
    [Function("UpdateComponents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/components")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.SetAllAsync(request, cancellationToken);
}
