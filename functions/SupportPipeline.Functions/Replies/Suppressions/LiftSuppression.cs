using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Replies.Suppressions;

/// <summary>Lets an address have mail again.</summary>
public sealed class LiftSuppression(SuppressionDesk desk)
{
    /// <summary><c>DELETE /api/suppressions/{id}</c>; the same event again does not bring it back, a new one does. Agents only.</summary>
    [Function("LiftSuppression")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/suppressions/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.LiftAsync(request, id, cancellationToken);
}
