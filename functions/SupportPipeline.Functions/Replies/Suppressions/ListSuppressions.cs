using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Replies.Suppressions;

/// <summary>Lists the addresses that get no mail.</summary>
public sealed class ListSuppressions(SuppressionDesk desk)
{
    /// <summary><c>GET /api/suppressions?limit=&amp;cursor=</c>: with why and until when. Agents only.</summary>
    [Function("ListSuppressions")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/suppressions")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
