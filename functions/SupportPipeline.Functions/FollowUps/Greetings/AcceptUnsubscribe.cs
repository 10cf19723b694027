using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>Ends greetings by one click.</summary>
public sealed class AcceptUnsubscribe(UnsubscribeDesk desk)
{
    /// <summary><c>POST /api/unsubscribe/{token}</c> (RFC 8058): blank 200, whatever the body; again changes nothing. Everybody who has the link.</summary>
    [Function("AcceptUnsubscribe")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/unsubscribe/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.AcceptAsync(request, token, cancellationToken);
}
