using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Ends a muting.</summary>
public sealed class DiscardAlertMute(AlertDesk desk)
{
    /// <summary><c>DELETE /api/social/mutes/{id}</c>. Marketing and on-call staff only.</summary>
    [Function("DiscardAlertMute")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/social/mutes/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.UnmuteAsync(request, id, cancellationToken);
}
