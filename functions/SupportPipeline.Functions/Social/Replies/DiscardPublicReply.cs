using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Throws a waiting answer away.</summary>
public sealed class DiscardPublicReply(PublicReplyDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/replies/{replyId}/discard</c> with <c>{note?}</c>. Approvers, marketing and agents.</summary>
    [Function("DiscardPublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/replies/{replyId}/discard")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) => desk.DiscardAsync(request, id, replyId, cancellationToken);
}
