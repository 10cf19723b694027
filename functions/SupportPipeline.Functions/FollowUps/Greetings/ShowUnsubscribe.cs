using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>Shows the page that ends greetings.</summary>
public sealed class ShowUnsubscribe(UnsubscribeDesk desk)
{
    /// <summary><c>GET /api/unsubscribe/{token}</c>: a page with a button; never acts. Everybody who has the link.</summary>
    [Function("ShowUnsubscribe")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/unsubscribe/{token}")] HttpRequest request,
        string token
    ) => Task.FromResult(desk.Show(request, token));
}
