using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Gives a mention to somebody.</summary>
public sealed class AssignMention(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/assign</c> with <c>{to, note?}</c>; <c>to</c> is <c>me</c>, a name, or null for nobody. <c>?copies=true</c> takes the copies along. Marketing only.</summary>
    [Function("AssignMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/assign")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.AssignMentionRequest, MentionActs.Assign, cancellationToken);
}
