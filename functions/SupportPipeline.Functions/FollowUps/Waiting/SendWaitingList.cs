using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Waiting;

/// <summary>Tells everybody who waits for something that it is available.</summary>
public sealed class SendWaitingList(WaitingListDesk desk)
{
    /// <summary>
    /// <c>POST /api/waiting-lists/{item}/available</c> with <c>{note?}</c>: everybody once; <c>isMore</c> says that the call is to be repeated. Agents only.
    /// </summary>
    [Function("SendWaitingList")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/waiting-lists/{item}/available")] HttpRequest request,
        string item,
        CancellationToken cancellationToken
    ) => desk.TellAsync(request, item, cancellationToken);
}
