using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.DeadLetters;

/// <summary>Lists what could not be processed.</summary>
public sealed class ListDeadLetters(DeadLetterDesk desk)
{
    /// <summary><c>GET /api/dead-letters?queue=&amp;state=&amp;limit=&amp;cursor=</c>: newest first; <c>state</c> is <c>waiting</c> unless said. Agents only.</summary>
    [Function("ListDeadLetters")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
