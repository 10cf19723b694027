using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Waiting;

/// <summary>Lists who waits for what.</summary>
public sealed class ListWaitingLists(WaitingListDesk desk)
{
    /// <summary><c>GET /api/waiting-lists</c>: items with how many wait, since when, and their cases; the longest list first. Agents only.</summary>
    [Function("ListWaitingLists")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/waiting-lists")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
