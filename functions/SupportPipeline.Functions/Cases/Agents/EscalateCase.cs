using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Asks somebody else to look at a case.</summary>
public sealed class EscalateCase(CaseDesk desk)
{
    /// <summary><c>POST /api/cases/{id}/escalate</c> with <c>{to?, note}</c>. Agents only.</summary>
    [Function("EscalateCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/escalate")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.EscalateRequest, CaseActs.Escalate, cancellationToken);
}
