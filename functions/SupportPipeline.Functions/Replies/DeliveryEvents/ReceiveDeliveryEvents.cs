using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>Where SendGrid's Event Webhook tells what became of mails.</summary>
public sealed class ReceiveDeliveryEvents(DeliveryEventReceiver receiver)
{
    /// <summary>
    /// Keeps the request, queues it and answers 200. 503 when storage is down (SendGrid tries again for a day), 413 over the limit, 401 for a wrong
    /// signature, 400 for what is no JSON array.
    /// </summary>
    [Function("ReceiveDeliveryEvents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/webhooks/sendgrid")] HttpRequest request,
        CancellationToken cancellationToken
    ) => receiver.ReceiveAsync(request, cancellationToken);
}
