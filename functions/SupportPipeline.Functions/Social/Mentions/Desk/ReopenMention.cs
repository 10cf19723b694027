using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Takes back that a mention needs nothing.</summary>
public sealed class ReopenMention(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/reopen</c> with <c>{note?}</c>. <c>?copies=true</c> takes the copies along. Marketing only.</summary>
    [Function("ReopenMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/reopen")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.MentionNoteRequest, MentionActs.Reopen, cancellationToken);
}
