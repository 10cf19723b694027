using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Opens a case again.</summary>
public sealed class ReopenCase(CaseDesk desk)
{
    /// <summary><c>POST /api/cases/{id}/reopen</c> with <c>{note?}</c>. Agents only.</summary>
    [Function("ReopenCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/reopen")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.WhyRequest, CaseActs.Reopen, cancellationToken);
}
