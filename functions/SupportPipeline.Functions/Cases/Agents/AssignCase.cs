using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Gives a case to somebody.</summary>
public sealed class AssignCase(CaseDesk desk)
{
    /// <summary><c>POST /api/cases/{id}/assign</c> with <c>{to, note?}</c>; <c>to</c> is <c>me</c>, a name, or null for nobody. Agents only.</summary>
    [Function("AssignCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/assign")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.AssignRequest, CaseActs.Assign, cancellationToken);
}
