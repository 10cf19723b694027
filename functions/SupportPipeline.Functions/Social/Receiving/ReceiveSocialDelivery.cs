using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Receiving;

/// <summary>The front door for platforms: their handshakes and their deliveries.</summary>
public sealed class ReceiveSocialDelivery(SocialReceiver receiver)
{
    /// <summary>
    /// <c>GET</c> answers a handshake; <c>POST</c> verifies a delivery on its raw bytes, keeps and queues it and answers 200 (<c>generic</c>: 202 with what
    /// became of each item). 401 or 403 for a wrong signature or key, 400 for what cannot be read, 413 over the limit, 503 when storage is down, 404 for a
    /// connector that is not configured.
    /// </summary>
    [Function("ReceiveSocialDelivery")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/inbound/social/{connector}")] HttpRequest request,
        string connector,
        CancellationToken cancellationToken
    ) => receiver.ReceiveAsync(request, connector, cancellationToken);
}
