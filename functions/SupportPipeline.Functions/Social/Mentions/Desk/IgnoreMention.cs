using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Says that a mention needs nothing.</summary>
public sealed class IgnoreMention(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/ignore</c> with <c>{reason, note?}</c>, see <see cref="IgnoreReasons"/>. <c>?copies=true</c> takes the copies along. Marketing only.</summary>
    [Function("IgnoreMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/ignore")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.IgnoreMentionRequest, MentionActs.Ignore, cancellationToken);
}
