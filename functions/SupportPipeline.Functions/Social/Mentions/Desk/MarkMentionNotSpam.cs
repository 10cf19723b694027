using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Corrects what the hints took for spam.</summary>
public sealed class MarkMentionNotSpam(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/not-spam</c> with <c>{note?}</c>. <c>?copies=true</c> takes the copies along. Marketing only.</summary>
    [Function("MarkMentionNotSpam")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/not-spam")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.MentionNoteRequest, MentionActs.NotSpam, cancellationToken);
}
