using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Writes a waiting answer anew.</summary>
public sealed class UpdatePublicReply(PublicReplyDesk desk)
{
    /// <summary><c>PUT /api/mentions/{id}/replies/{replyId}</c> with <c>{text, private?, language?}</c>. Marketing and agents.</summary>
    [Function("UpdatePublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/mentions/{id}/replies/{replyId}")] HttpRequest request,
        string id,
        string replyId,
        CancellationToken cancellationToken
    ) => desk.UpdateAsync(request, id, replyId, cancellationToken);
}
