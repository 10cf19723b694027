using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Shows the button that ends notices.</summary>
public sealed class ShowNoticeUnsubscribe(SubscriptionDesk desk)
{
    /// <summary><c>GET /api/subscriptions/{token}/unsubscribe</c>; changes nothing. Whoever has the link.</summary>
    [Function("ShowNoticeUnsubscribe")]
    public IResult RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/subscriptions/{token}/unsubscribe")] HttpRequest request,
        string token
    ) => desk.ShowStop(request, token);
}
