using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Lets an answer out.</summary>
public sealed class ApprovePublicReply(PublicReplyDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/replies/{replyId}/approve</c>. With <c>{text}</c>, the words that were looked at. Approvers, marketing and agents; by default not who wrote it.</summary>
    [Function("ApprovePublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/replies/{replyId}/approve")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) => desk.ApproveAsync(request, id, replyId, cancellationToken);
}
