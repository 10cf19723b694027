using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Alerts;

/// <summary>Mutes alerts for a while.</summary>
public sealed class CreateAlertMute(AlertDesk desk)
{
    /// <summary><c>POST /api/social/mutes</c>. Marketing and on-call staff only.</summary>
    [Function("CreateAlertMute")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/social/mutes")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.MuteAsync(request, cancellationToken);
}
