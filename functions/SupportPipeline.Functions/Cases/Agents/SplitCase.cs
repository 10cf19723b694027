using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Makes a message of a case a case of its own.</summary>
public sealed class SplitCase(CaseSplitting splitting)
{
    /// <summary><c>POST /api/cases/{id}/split</c> with <c>{messageId, note?}</c>. Agents only.</summary>
    [Function("SplitCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/split")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => splitting.SplitAsync(request, id, cancellationToken);
}
