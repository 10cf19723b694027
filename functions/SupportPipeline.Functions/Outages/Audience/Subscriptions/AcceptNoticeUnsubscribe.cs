using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Ends notices (RFC 8058).</summary>
public sealed class AcceptNoticeUnsubscribe(SubscriptionDesk desk)
{
    /// <summary><c>POST /api/subscriptions/{token}/unsubscribe</c>; whatever body. Whoever has the link.</summary>
    [Function("AcceptNoticeUnsubscribe")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subscriptions/{token}/unsubscribe")] HttpRequest request,
        string token,
        CancellationToken cancellationToken
    ) => desk.StopAsync(request, token, cancellationToken);
}
