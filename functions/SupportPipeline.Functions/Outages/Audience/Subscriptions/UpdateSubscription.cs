using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Saves or confirms what somebody wants to hear of.</summary>
public sealed class UpdateSubscription(SubscriptionDesk desk)
{
    /// <summary><c>POST /api/subscriptions/{token}</c>; whoever has the link.</summary>
    [Function("UpdateSubscription")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subscriptions/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.SaveAsync(request, token, cancellationToken);
}
