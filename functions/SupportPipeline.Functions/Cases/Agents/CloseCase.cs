using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Closes a case without asking the customer.</summary>
public sealed class CloseCase(CaseDesk desk)
{
    /// <summary><c>POST /api/cases/{id}/close</c> with <c>{reason, note?}</c>; to close by the customer’s word, mark the case as solved instead. Agents only.</summary>
    [Function("CloseCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/close")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.CloseRequest, CaseActs.Close, cancellationToken);
}
