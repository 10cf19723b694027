using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Intake;

/// <summary>The front door for email: SendGrid's Inbound Parse in default mode.</summary>
public sealed class ReceiveEmail(EmailReceiver receiver)
{
    /// <summary>
    /// Keeps the payload, queues it and answers 200. 503 when storage is down (SendGrid tries again for three days), 413 over a limit,
    /// 401 for a wrong signature, 415 or 400 for what is no Inbound Parse request.
    /// </summary>
    [Function("ReceiveEmail")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/inbound/email")] HttpRequest request,
        CancellationToken cancellationToken
    ) => receiver.ReceiveAsync(request, cancellationToken);
}
