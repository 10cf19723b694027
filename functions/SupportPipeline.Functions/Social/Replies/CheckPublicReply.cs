using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Tells what can be said of an answer while it is being written.</summary>
public sealed class CheckPublicReply(PublicReplyDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/reply/check</c> with <c>{text, private?, language?}</c>; nothing is kept. Marketing and agents.</summary>
    [Function("CheckPublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/reply/check")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.CheckAsync(request, id, cancellationToken);
}
