using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>Takes purchases from a shop.</summary>
public sealed class ReceivePurchases(PurchaseDesk desk)
{
    /// <summary>
    /// <c>POST /api/events/purchase</c>: one purchase or up to 500; the answer says of each whether it was accepted, a duplicate or rejected. Function key.
    /// </summary>
    [Function("ReceivePurchases")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/events/purchase")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ReceiveAsync(request, cancellationToken);
}
