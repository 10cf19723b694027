using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Says what became of an answer of which nobody knows.</summary>
public sealed class ResolvePublicReply(PublicReplyDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/replies/{replyId}/resolve</c>. With <c>{posted}</c>, after a look on the platform. Approvers, marketing and agents.</summary>
    [Function("ResolvePublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/replies/{replyId}/resolve")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) => desk.ResolveAsync(request, id, replyId, cancellationToken);
}
