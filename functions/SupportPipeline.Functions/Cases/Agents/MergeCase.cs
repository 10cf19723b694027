using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Joins a case into another.</summary>
public sealed class MergeCase(CaseMerging merging)
{
    /// <summary><c>POST /api/cases/{id}/merge</c> with <c>{into, note?}</c>. Agents only.</summary>
    [Function("MergeCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/merge")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => merging.MergeAsync(request, id, cancellationToken);
}
