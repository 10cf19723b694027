using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Replies;

/// <summary>Writes an answer that waits for approval.</summary>
public sealed class WritePublicReply(PublicReplyDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/reply</c> with <c>{text, private?, language?}</c>. Marketing and agents. 422 with reasons for what could not go out.</summary>
    [Function("WritePublicReply")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/reply")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.WriteAsync(request, id, cancellationToken);
}
