using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Takes a case out of the one it was joined into.</summary>
public sealed class UnmergeCase(CaseMerging merging)
{
    /// <summary><c>POST /api/cases/{id}/unmerge</c> with <c>{note?}</c>. Agents only.</summary>
    [Function("UnmergeCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/unmerge")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => merging.UnmergeAsync(request, id, cancellationToken);
}
