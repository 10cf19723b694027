using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Says what an agent found out about a case, and drafts or sends the right reply.</summary>
public sealed class MarkCase(CaseMarking marking)
{
    /// <summary><c>POST /api/cases/{id}/mark</c> with <c>{mark, values?, item?, send?, note?}</c>. Agents only.</summary>
    [Function("MarkCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/mark")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => marking.MarkAsync(request, id, cancellationToken);
}
