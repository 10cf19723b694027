using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Shows what somebody may choose to hear of.</summary>
public sealed class ShowSubscription(SubscriptionDesk desk)
{
    /// <summary><c>GET /api/subscriptions/{token}</c>; changes nothing. Whoever has the link.</summary>
    [Function("ShowSubscription")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/subscriptions/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.ShowAsync(request, token, cancellationToken);
}
