using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Gives a held case to the desk: it opens, and its message is answered as if it came now.</summary>
public sealed class ReleaseCase(CaseRelease release)
{
    /// <summary><c>POST /api/cases/{id}/release</c> with <c>{alwaysAllow?, note?}</c>. Agents only.</summary>
    [Function("ReleaseCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/release")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => release.ReleaseAsync(request, id, cancellationToken);
}
