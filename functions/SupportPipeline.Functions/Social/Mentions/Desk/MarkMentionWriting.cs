using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Says that somebody is writing an answer, so that no second person does.</summary>
public sealed class MarkMentionWriting(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/writing</c> with <c>{stop?}</c>; it counts for three minutes, send it again while writing. Marketing only.</summary>
    [Function("MarkMentionWriting")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/writing")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.MentionWritingRequest, MentionActs.Writing, cancellationToken);
}
